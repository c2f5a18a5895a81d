"""The nouns of recalibrate, pure: no clock, no disk, no screen."""
