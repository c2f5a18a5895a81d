"""Idioms: turns of phrase that only look like cues. A cue inside one is not counted."""

IDIOMS = """
i must say|admit|confess / must say / have to catch / after all / at all /
all day|night|week|afternoon|morning|evening / all right / alright / all of a sudden / above all /
all in all / always-on / as always / for good / once and for all / nothing but good / all the same /
all the best / never mind / nevermind / dead end / dead line / deadline / dead tired / dying to /
to die for / killing time / kill time / drop dead / fire drill / fire alarm / the fire department /
as soon as / the rest of /
should probably|just|really? talk|ask|focus|reach|check|call|wait|consider|remember|take /
failure analyst|analysis|mode|modes|rate|rates|report|reports|recovery|test|tests|testing|log|message /
fraud analyst|investigator|team|department|detection|prevention|officer|case|alert /
disaster recovery|relief|response|plan|planning|film|movie|area / crash course|test|tests|report /
worst case / risk analyst|manager / mess hall|kit / joke book|shop / everyone who /
no one in particular / nothing else / anything else / nothing to declare / nothing much / for everyone /
dead battery / dead phone / the battery died / battery is dead /
the whole day|week|evening|time|afternoon|way|morning|class / my whole class|family|team /
in the whole / a bit / no problem / by no means / no doubt / and so on / everything from /
everyone was|were|had|left|came|stared|laughed|around|at|in /
all my money|savings|homework|friends were /
all the way|students|others|people|children|money|time|other / all of us / nobody was|were|saw|else /
nothing happened / everything was fine|going
"""
