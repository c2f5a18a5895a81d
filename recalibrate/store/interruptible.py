"""orjson, loaded so that Ctrl+C meanwhile ends a command like any other moment.

Its own first step, in C, imports the modules named here; an interrupt in one of them there is a segmentation fault
(orjson 3.13), and here an interrupt.
"""

import dataclasses
import datetime
import enum
import json
import uuid

import orjson

__all__ = ["dataclasses", "datetime", "enum", "json", "orjson", "uuid"]
