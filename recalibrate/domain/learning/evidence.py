"""The studies the app may cite: what each is said to show, its number as it was read, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding: the claim in our words, its source, the size of it, and the limit that is always said with it."""

    claim: str
    source: str
    number: str
    limit: str

    def as_paragraph(self) -> str:
        """Claim, source and number, then the limit."""
        numbered = f"{self.source}: {self.number}" if self.number else self.source
        return f"{self.claim} ({numbered}). Limit: {self.limit}"


IF_THEN = Evidence(
    "If–then plans help people do what they meant to",
    "Gollwitzer & Sheeran 2006",
    "94 tests, d = .65",
    "older studies of mixed quality.",
)
IF_THEN_LATER = Evidence(
    "They help more in the form “if this, then that”, when one wants it, and when it was rehearsed",
    "Sheeran, Listrom & Gollwitzer 2024",
    "642 tests, d from .27 to .66",
    "the size depends on what was measured.",
)
WATCHING = Evidence(
    "Watching one's progress helps, more so when it is written down or shared",
    "Harkin and others 2016",
    "138 studies, 19,951 people, d = 0.40, between 0.32 and 0.48",
    "in these studies people were asked to watch; it was not their own idea.",
)
LOOKING_BACK = Evidence(
    "Looking back in a structured way improves what one does next",
    "Tannenbaum & Cerasoli 2013; Keiser & Arthur 2021",
    "46 samples, d = .67; 61 studies, d = .79",
    "mostly in training, seldom alone at home.",
)
TRYING_OUT = Evidence(
    "Trying a thing out changes a belief a little sooner and wider than only writing about it",
    "McManus, Van Doorn & Yiend 2012",
    "91 people, one session",
    "one belief, about washing hands, and a small advantage; nobody in it was a patient.",
)
WORRIES = Evidence(
    "Most worries that were checked against what happened did not come true",
    "LaFreniere & Newman 2020",
    "29 people, 91.4% untrue",
    "few people, all with an anxiety disorder, mostly young women.",
)
BLAMED_CHARACTER = Evidence(
    "Blaming one's character goes with low mood; blaming one's behaviour does not",
    "Janoff-Bulman 1979; Peterson, Schwartz & Seligman 1981",
    "120 people; 87 people",
    "a link, not a cause, and it did not foretell how people felt later.",
)
EXPLANATIONS = Evidence(
    "People who explain what goes wrong by something lasting and general in themselves are, later, slightly lower in "
    "mood",
    "Huang 2015",
    "52 studies, 12,594 people, β = .10",
    "a small effect.",
)
CONCRETE = Evidence(
    "Practice in concrete instead of sweeping thought eased low mood more than usual care, and lessened brooding and "
    "overgeneralising more than relaxation did",
    "Watkins and others 2012",
    "121 people, 4.28 points on a scale of depression",
    "not better than relaxation on mood; a small online pilot with 42 people found nothing.",
)
DISTANCE = Evidence(
    "Using one's own name or “you” gives distance under stress",
    "Kross and others 2014",
    "7 studies, 585 people",
    "in the laboratory, single sittings.",
)
PREFERRED_REFRAMES = Evidence(
    "The reframes people prefer are specific and understanding, not very positive",
    "Sharma and others 2023",
    "more than 2,000 people",
    "what people preferred on one website, not what helped them later.",
)
BEFORE_AND_AFTER = Evidence(
    "After a guided reframe on a website, the feeling was less strong for most",
    "Sharma and others 2024",
    "15,531 people, 67%",
    "before and after, with nothing to compare; it differed by age, gender and education.",
)
CONFIDENCE_RATED = Evidence(
    "Confidence is a belief about doing one thing; there is no all-purpose measure of it, so it is asked for each task",
    "Bandura 2006",
    "",
    "a guide for making scales, not a trial.",
)
CONFIDENCE_FOLLOWS = Evidence(
    "Within one person, confidence follows results more than it drives them",
    "Sitzmann & Yeo 2013",
    "ρ = .06 forward against .30 to .40 back",
    "it says that a rising number is no reason in itself.",
)
OWN_DEADLINES = Evidence(
    "Deadlines of one's own help",
    "Ariely & Wertenbroch 2002",
    "",
    "less than well-set ones from outside.",
)
HABITS_TAKE_TIME = Evidence(
    "A new habit takes from weeks to most of a year, and one missed day does not undo it",
    "Lally and others 2010",
    "18 to 254 days",
    "96 volunteers, by their own account.",
)
BROKEN_STREAKS = Evidence(
    "A broken streak that was logged lowers the effort that comes after",
    "Silverman & Barasch 2023",
    "7 studies",
    "tasks of consumers.",
)
AFFIRMATIONS = Evidence(
    "Repeating kind sentences about oneself made people who think little of themselves feel worse",
    "Wood, Perunovic & Lee 2009",
    "2 experiments",
    "it was so for that group.",
)
MINDSET = Evidence(
    "Programmes that teach that ability can grow barely moved grades",
    "Macnamara & Burgoyne 2023",
    "63 studies, 97,672 people, d = 0.05",
    "after correcting for bias it could be nothing; so no mindset is sold here.",
)
SELF_COMPASSION = Evidence(
    "Programmes of self-compassion lessen self-criticism and brooding",
    "Ferrari and others 2019; Wilson and others 2019",
    "27 trials, g = .56 and 1.37",
    "what worked is likelier to be printed, and there was no edge over other programmes.",
)
APPS = Evidence(
    "Apps for mental health help a little",
    "Linardon and others 2024",
    "176 trials, g = 0.28 and 0.26",
    "apps in general, not this one.",
)
APPS_LEFT = Evidence(
    "Most people stop using such apps, so this one should be of use in one sitting, and after a gap",
    "Baumel and others 2019",
    "93 apps; 3.9% still there on day 15, 3.3% on day 30",
    "apps in general, not this one.",
)
ABSOLUTE_WORDS = Evidence(
    "Absolute words are commoner where anxious or low people write",
    "Al-Mosaiwi & Johnstone 2018",
    "63 forums",
    "true of groups; it says nothing about one person or one sentence.",
)
