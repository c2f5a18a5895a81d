"""What goes wrong in the made-up year, part two: mail to many, planning a day, lunch at the long table."""

from __future__ import annotations

from recalibrate.domain.demo.texts import Plan, Scene

MAIL = Scene(
    name="mail to many",
    slips=(
        ("Sent the draft to the wrong list.", "Two lists begin with the same letters and I took the first."),
        (
            "Wrote “see attached” and attached nothing.",
            "I wrote the last line first and went for a glass of water.",
        ),
        ("Answered all instead of one.", "I pressed the key I always press."),
        ("Misspelt the name of the new colleague.", "I typed it from memory instead of from her mail."),
        (
            "Put the date of last year into the invitation.",
            "I copied the old invitation and changed only the room.",
        ),
        ("Wrote a joke that nobody answered.", "I sent it on a Friday at six; most had gone home."),
        ("Asked a question that stood in the first line.", "I had read the mail on my phone and only its end."),
        ("Forgot two people who should have been asked.", "I wrote the list from last month's round."),
        ("Sent it twice.", "The first one had gone out while I thought that it hung."),
        ("Began with “Dear Anna” to Antonia.", "I took the first name that the field offered."),
        ("Left the subject line empty.", "I wanted to write it last and then did not."),
        ("Forwarded the thread with my own side remark in it.", "I did not scroll down before I forwarded it."),
    ),
    whole=(
        "I am an embarrassment to the whole team.",
        "I always make a fool of myself in writing.",
        "Nobody takes me seriously after this, ever.",
    ),
    moment=(
        "I was in a hurry and did not read the list.",
        "I missed the attachment this once.",
    ),
    habits=("mind_reading", "catastrophising", "should"),
    plans=(
        Plan(
            "I write to more than three people",
            "fill in the names last, after a full stop and a breath",
            "somebody is left out all the same",
            "somebody says that they did not get it",
            "keep one checked list and use only that",
        ),
        Plan(
            "I write the word attached",
            "attach the file right then",
            "I send one without it again",
            "a mail comes back that asks for it",
            "begin with the file and write afterwards",
        ),
    ),
)

PLANNING = Scene(
    name="planning a day",
    slips=(
        ("Planned nine things and did three.", "I put the nine down without a guess of how long each takes."),
        ("Came ten minutes late to the dentist.", "I counted the ride and left out the walk from the stop."),
        ("Started the tax form at ten in the evening.", "I waited for a free hour and none was free."),
        ("Missed the parcel because I was in the cellar.", "I had heard the bell once and took it for next door."),
        ("Forgot the bread for the third time this week.", "I went without the list because it was only bread."),
        ("Booked the train for the wrong Saturday.", "The calendar on the page began with Sunday."),
        ("Had two appointments at four.", "One was in the paper calendar and one was not."),
        (
            "Let the soup burn while I answered a message.",
            "I went to the other room for a minute and stayed for ten.",
        ),
        ("Left the keys in the office.", "I emptied my pockets for the lunch walk and did not fill them again."),
        (
            "Bought the wrong size of filter, again.",
            "I trusted my memory because the old one was already in the bin.",
        ),
        ("Went to the shop without the bag and the list.", "Both lay beside the door and I took the other door."),
        ("Paid the bill on the day after.", "I had it in my head and not in the calendar."),
        ("Set the alarm for seven in the evening.", "I turned the wheel past twelve without looking."),
        ("Began to tidy the drawer instead of the mail.", "I looked for a pen and stayed with the drawer."),
        ("Missed my stop.", "I answered a message between two stops."),
        ("Promised to be there at six and left at six.", "I counted from the door and not from the chair."),
        ("Left the wet washing in the machine overnight.", "I started it at ten and went to bed at eleven."),
        ("Ordered two of the same book.", "I did not look at the shelf first."),
        ("Could not find the ticket at the barrier.", "It was in the jacket that I had left at home."),
        ("Watered the plant that is made of silk.", "I went along the whole sill without looking."),
    ),
    whole=(
        "I'll never have my life in order.",
        "I'm a chaotic person and that will not change.",
        "Everyone else manages this without thinking.",
        "I ruin every single day with my planning.",
    ),
    moment=(
        "I guessed the time for this one too short.",
        "I did not look at the second calendar this morning.",
    ),
    habits=("comparing", "all_or_nothing", "overgeneralising", "fortune_telling"),
    plans=(
        Plan(
            "I write the list for the day",
            "write three things and a guess in minutes beside each",
            "I fall behind and drop the list by noon",
            "the list is not ticked at twelve",
            "write two things, and the rest on another page",
        ),
        Plan(
            "I agree to an appointment",
            "put it into the one calendar before I answer",
            "I keep somebody waiting for it",
            "somebody says “never mind, later”",
            "answer with “I'll tell you tonight”",
        ),
    ),
)

LUNCH = Scene(
    name="lunch at the long table",
    slips=(
        ("Told a story that had no end.", "I began before I knew what I wanted to say."),
        (
            "Sat at the end and looked at my phone.",
            "The two seats beside me stayed empty and I took out the phone.",
        ),
        ("Called the new colleague by his brother's name.", "I had met both in the same week."),
        ("Asked after a holiday that had been cancelled.", "I had not heard that it was off."),
        ("Talked about work the whole time.", "I knew nothing else to say and did not ask."),
        ("Left without saying anything to the new one.", "I looked at the clock and got up."),
    ),
    whole=("I'm the dullest person in the room.", "I will never be at ease with people."),
    moment=("I was tired today and did not say much.",),
    habits=("comparing", "mind_reading"),
    plans=(
        Plan(
            "I sit down at the long table",
            "ask one person what they are working on",
            "it gets awkward and we both look away",
            "nobody says anything for half a minute",
            "ask about the food first",
        ),
    ),
)
