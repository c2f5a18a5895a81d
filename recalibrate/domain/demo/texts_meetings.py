"""What goes wrong in the made-up year, part one: questions in meetings, telephone calls, handing work over."""

from __future__ import annotations

from recalibrate.domain.demo.texts import Plan, Scene

MEETINGS = Scene(
    name="questions in meetings",
    slips=(
        (
            "Lost my place when she asked about the budget.",
            "This time I had not looked at the budget sheet that morning.",
        ),
        (
            "Answered a different question from the one he asked.",
            "I started to talk before he had finished his sentence.",
        ),
        ("Said the delivery was in May. It is in June.", "I had last month's plan open and read the date from it."),
        (
            "Went quiet when two people asked at the same time.",
            "Two questions came at once and I waited for one to be repeated.",
        ),
        (
            "Read out the wrong figure from the second slide.",
            "I read the row above because the table had no lines.",
        ),
        ("Promised a draft for Friday without checking.", "I said yes before I looked at the calendar."),
        (
            "Talked for four minutes when a yes would have done.",
            "I did not stop after the answer and went on to the reasons.",
        ),
        (
            "Forgot the name of the project lead while introducing her.",
            "I looked at my notes and the name was on the other page.",
        ),
        (
            "Did not ask what the abbreviation meant, and guessed.",
            "I guessed once and it turned out to be another team.",
        ),
        ("Laughed when he was serious.", "I took the first half of his sentence for a joke."),
        ("Interrupted the trainee in her first update.", "I thought she had finished; she was only breathing in."),
        ("Had to say that I had not read the paper.", "The paper came at nine and the round was at ten."),
        ("Said “as I said” although I had not said it.", "I had meant to say it earlier and skipped it."),
        (
            "Took the chair at the end and could not read the wall.",
            "I came in last and sat down where the door was.",
        ),
        ("Shared the wrong window for a minute.", "I had two windows with the same name open."),
        ("Thanked the wrong person for the draft.", "I read the name of the sender and not of the writer."),
        ("Read my answer from the screen in one breath.", "I had written whole sentences instead of three words."),
        ("Agreed with a point I had not understood.", "I nodded because the next item was already on the wall."),
    ),
    whole=(
        "I'm hopeless at this, I always freeze.",
        "Everyone can see that I don't belong here.",
        "I never get anything right when it counts.",
        "I am just not a person who can think on her feet.",
        "I'm incompetent and now they all know.",
    ),
    moment=(
        "I was not ready for that question today.",
        "I missed the second half of what he said.",
        "That answer came out longer than I wanted this time.",
    ),
    habits=("labelling", "overgeneralising", "mind_reading", "all_or_nothing"),
    plans=(
        Plan(
            "I am asked for a number",
            "say “let me check” and look it up",
            "she gets impatient",
            "she sighs or asks somebody else",
            "write the three likely numbers on a card",
        ),
        Plan(
            "a question comes",
            "repeat it in my own words before I answer",
            "somebody rolls their eyes",
            "I see it, or somebody says so afterwards",
            "wait one breath before I answer",
        ),
        Plan(
            "I do not know an abbreviation",
            "ask what it stands for",
            "they think I have not done my reading",
            "somebody remarks on it",
            "ask my neighbour first, quietly",
        ),
    ),
)

CALLS = Scene(
    name="telephone calls",
    slips=(
        (
            "Hung up before I had asked for the opening times.",
            "I said goodbye when she paused; the question was still on my list.",
        ),
        ("Mumbled my name so that he asked three times.", "I said it while I was still getting up from the chair."),
        (
            "Rang the wrong department and stayed on the line.",
            "I took the first number on the page without reading the line under it.",
        ),
        ("Let it ring out and wrote a mail instead.", "I saw an unknown number and put the phone on its face."),
        ("Agreed to a Tuesday I cannot do.", "I did not open the calendar while we were talking."),
        ("Lost the thread when they put me on hold.", "The music came and I opened another page meanwhile."),
        (
            "Said “you too” when he wished me a good flight. He was at the desk.",
            "I answered before I had listened to the whole sentence.",
        ),
        ("Forgot to give the customer number.", "The letter with the number lay in the other room."),
        ("Asked for a Mr Lindner. It is Mrs Lindner.", "I read the name and not the line in front of it."),
        ("Gave the old address.", "I said the one I know by heart."),
        ("Spoke over the answering machine's beep.", "I began while the greeting was still running."),
        ("Rang at noon and woke nobody but the lunch break.", "I did not look at the clock before I rang."),
    ),
    whole=(
        "I can't even make a call like a grown-up.",
        "I always sound like a child on the phone.",
        "I'm useless with people I don't know.",
    ),
    moment=(
        "I did not have the number in front of me.",
        "I hurried through that one because the kettle was on.",
    ),
    habits=("labelling", "emotional_reasoning", "fortune_telling"),
    plans=(
        Plan(
            "I have a call to make",
            "write the first sentence down and ring before ten",
            "my mind goes blank",
            "I have to read from the note",
            "ring after the first coffee, standing up",
        ),
        Plan(
            "they put me on hold",
            "keep my finger on the question I want to ask",
            "I forget the question",
            "I hang up without the answer",
            "write the question on the back of my hand",
        ),
    ),
)

HANDING_OVER = Scene(
    name="handing work over",
    slips=(
        ("Sent the draft without the last page.", "I saved the file before the last page and attached that one."),
        (
            "Left a note of mine in the margin of the final version.",
            "I printed the view with comments and did not leaf through it.",
        ),
        ("Gave the trainee half of the instructions.", "I told her the steps and left out where the files are."),
        ("Corrected her text until nothing of it was left.", "I went on after the three things that mattered."),
        (
            "Took the review as an attack and answered sharply.",
            "I read the first line and wrote back before the second one.",
        ),
        (
            "Held on to the file for a day although it was done.",
            "I read it twice more on Thursday and changed two commas.",
        ),
        (
            "Named two files “final” and sent the older one.",
            "There were two files with one name and I took the upper one.",
        ),
        ("Did not say that the figures were estimates.", "I left the word out of the heading when I shortened it."),
        (
            "Mailed the summary with the placeholder still in it.",
            "I filled in two of three gaps and missed the last one.",
        ),
        ("Forgot to say where the key to the cupboard is.", "I went through the list and the key was not on it."),
        ("Asked for comments by yesterday.", "I wrote the date before I moved the deadline."),
        ("Fixed her mistake without telling her.", "I mended it in passing and closed the file."),
    ),
    whole=(
        "A decent person would have checked it.",
        "I'm careless, that is who I am.",
        "I always let people down at the last step.",
        "They should never give me anything important.",
    ),
    moment=(
        "I skipped the last look today because it was late.",
        "I did not open the attachment before I sent it.",
    ),
    habits=("moralising", "labelling", "should", "hindsight"),
    plans=(
        Plan(
            "I attach a file",
            "open it from the mail before I send it",
            "it takes me longer than it is worth",
            "more than two minutes on the clock",
            "send it to myself first",
        ),
        Plan(
            "a review comes back",
            "read it to the end and answer after lunch",
            "they take my silence for offence",
            "somebody asks whether something is wrong",
            "answer the first point only, the same day",
        ),
    ),
)
