"""Families that run ahead: never again, what will surely come, the worst case, ruin."""

from .cues import Family

FUTURE = (
    Family(
        name="will never",
        reason="A guess about all of time to come, held as known.",
        points_to="global",
        strength=2.4,
        habit="fortune_telling",
        hints=1.3,
        style="double",
        mark="▷",
        phrases="""
        will|would never .. / going to never / never going to .. / never be able to /
        never ever? be|get|find|have|make|become|learn|amount /
        never ever? happen|succeed|recover|finish|see|know|want|trust /
        will not ever .. / not ever be|get|going / never again / ever again / will always be .. /
        will always _ / will be _ forever / will forever / i am doomed / doomed to|from / destined to /
        stuck forever / stuck here|like / never going / am never / is never going /
        no man|woman|one will ever? / will not be able|anything .. / no _ will ever /
        there is no way i / no future / no hope / will be stuck / will never / never ever /
        not going to ever
        """,
    ),
    Family(
        name="for all time",
        reason="A single miss is read as how it will always go.",
        points_to="global",
        strength=0.0,
        habit="overgeneralising",
        hints=1.2,
        style="double",
        mark="∞",
        after="plain event",
        phrases="""
        will|would never .. / never going to .. / never be able to .. / can never .. /
        will always _ .. / never again
        """,
    ),
    Family(
        name="never any good",
        reason="A single miss is read as what you can ever do.",
        points_to="global",
        strength=0.3,
        habit="overgeneralising",
        hints=1.35,
        style="double",
        mark="∞",
        phrases="""
        never ever? be|become|get {adv}* good|great|decent|successful|any .. / never learn /
        never do anything|it right / not get|do anything right
        """,
    ),
    Family(
        name="forecast",
        reason="What may come is told as what will.",
        points_to="global",
        strength=1.1,
        habit="fortune_telling",
        hints=1.3,
        style="underline",
        mark="▷",
        phrases="""
        will|is|am|are probably .. / probably will|going|get|end|be|die|lose|never|fail|have .. /
        going to {dread} .. / going to get|be .. {dread} / will {surely}* .. {dread} .. / will end up /
        end up _ .. / ended up alone / will be forced to / will all {dread} / would {surely}* {dread} /
        bound to / sure to fail|lose|happen|end / likely to fail|lose /
        one|some day he|she|they|it|my .. / someday he|she|they|it|my .. / i just know /
        i know .. is|are going to / what if / afraid / i am scared that|of / i am worried that /
        worried that / i fear / probably not|never / bet i|it|they|he|she|my .. will|is /
        sooner or later / not be able to .. / will have no / will have to {dread} / might never /
        get worse / gets worse / only get worse / will not ever /
        will not get|have|find|want|like|work|last|make|let|care .. / never be able /
        is|are going to {dread} .. / next time .. {dread} / will .. never / am i going to /
        will .. no _ / will only .. / now|so i will have to / now|so i will not
        """,
    ),
    Family(
        name="what will come",
        reason="Tells of a time that is not here yet.",
        points_to="global",
        strength=0.1,
        habit="fortune_telling",
        hints=1.05,
        style="dotted",
        mark="▷",
        phrases="""
        will _ .. / going to _ .. / one day i .. / someday i .. / soon i|he|she|they|it|my .. /
        i bet .. / i will .. soon|again|forever / might _ .. / could _ and .. / is gonna
        """,
    ),
    Family(
        name="worst case",
        reason="The mind has run to the end of the line.",
        points_to="global",
        strength=1.3,
        habit="catastrophising",
        hints=1.4,
        style="double",
        mark="▼",
        phrases="""
        heart attack / end of the world / fall apart / falling apart / die alone /
        end up alone|homeless|broke / lose everything|my job|all /
        kill me|us|them|him|her|myself|everyone / kills|attack|attacks me / and die /
        i|we will|might|could die .. / going to die / go|going broke|bankrupt /
        can not stand|take|handle|cope|bear|go / unbearable / over for me / life is over / it is over /
        my life will / we are all / apocalypse / unemployed / poor forever /
        ruin my life|career|health / homeless / bankrupt / get the sack / fire me / be|get fired /
        leave me / break up with me / dump me / be alone
        """,
    ),
    Family(
        name="dark word",
        reason="A large word for what may be small.",
        points_to="global",
        strength=0.6,
        habit="catastrophising",
        hints=0.6,
        style="underline",
        mark="▼",
        phrases="""
        die / dies / dying / death / dead / kill / kills / killed / killing / cancer / crash / crashes /
        fired / jail / prison / starve / drown / poisoned / poisoning / attacked /
        fall off|down|into|on / lose my|the job|house|home|money|game|match|case|lot|child|children / break my /
        crushed / accident / get hurt / get sick /
        disease / stroke / divorce / divorced / explode / burn down / on fire / get hit / hit by /
        robbed / murdered / kidnapped / sued / evicted / arrested / nightmare / catastroph- /
        terrorist / hospital / flunk / expelled
        """,
    ),
    Family(
        name="ruin",
        reason="One bad part is called the end of the whole.",
        points_to="global",
        strength=1.6,
        habit="catastrophising",
        hints=1.0,
        style="double",
        mark="▼",
        phrases="""
        this|it|everything|that|life is {adv}* disaster|nightmare|catastrophe|mess /
        is a|an {adv}* disaster|nightmare|catastrophe / ruin everything|it / will ruin /
        ruins everything|it|my / ruining / destroy / destroys / destroyed / destroying / is over /
        all over / everything falls apart / total disaster / complete disaster / hopeless /
        the worst thing / worst day / worst thing / everything is wrong|terrible|awful / my life is /
        my life sucks / my life has / miserable / beyond repair / no way out / worthless /
        my career is
        """,
    ),
    Family(
        name="spoiled",
        reason="One bad spot fills the picture.",
        points_to="global",
        strength=2.2,
        habit="mental_filter",
        hints=1.4,
        style="underline",
        mark="◔",
        phrases="""
        is|was|are|were|be _? ruined / ruined / ruined my|the|everything|it|our|all .. /
        was {adv}* disaster|nightmare|catastrophe / spoiled / spoilt /
        all i can|could think|see|remember|focus .. / the only thing / only think|see|remember /
        nothing good / can only think / was {adv}* worst / was terrible|awful|horrible / wasted /
        a? waste of time|money / the whole _ was / was a failure / all i do is / not worth it /
        so it was not
        """,
    ),
)
