"""Families that stretch one case: always and never, all or nothing, should, comparing."""

from .cues import Family

ABSOLUTES = (
    Family(
        name="always",
        reason="One case is stretched over all times.",
        points_to="global",
        strength=1.4,
        habit="overgeneralising",
        hints=1.0,
        style="underline",
        mark="∞",
        cancelled=True,
        phrases="""
        always / every time / everytime / all the time / forever / constantly / every single /
        everywhere / whenever i / for the rest of my life / rest of my life / keep|keeps happening /
        keeps happening / keep failing|messing|losing|making|getting / whole life / entire life /
        all my life / my whole life / once again / as usual / typical / again and again /
        over and over / each time / no matter what|how / not ever / nothing ever / no one ever /
        nobody ever / any more / anymore / at every / mess|screw|fuck up every|all|anything /
        everything i do|touch|try / nothing i do / nothing goes / nothing works
        """,
    ),
    Family(
        name="never at all",
        reason="Never is longer than anyone has watched.",
        points_to="global",
        strength=1.4,
        habit="overgeneralising",
        hints=0.9,
        style="underline",
        mark="∞",
        cancelled=True,
        phrases="""
        i never / we never / never any / he|she|they|it|people never / has|have|had? never /
        i can never / i could never /
        never good|right|enough|works|happens|goes|seem|get|do|have|anything / not once /
        not anything|anyone / not a single / i have no / i have nothing|nobody /
        there is no|nothing|nobody / no hope|future|chance|way|use /
        no one|no-one|nobody wants|likes|loves|cares|listens|understands|will|would|is
        """,
    ),
    Family(
        name="cannot",
        reason="A limit of today is said as a limit of you.",
        points_to="global",
        strength=0.9,
        habit="overgeneralising",
        hints=0.6,
        style="underline",
        mark="∞",
        phrases="""
        can not|never ever? seem? to? do|get|make|be anything|something|it|things|this /
        can not|never ever? seem? to? have|keep|find|even|trust anything|something|it|things|this /
        can not|never ever? seem? to? do|get|make|be|have|keep|find|even|trust that|a|an|any|my /
        can not do anything|this|it|nothing / can not even / can not ever / can not seem /
        can not get anything / can not trust / i can not / i am unable / i am not able /
        i am not capable / i am stuck / i have lost all / not do anything right / how can i /
        how could i ever / i do not know how to / i do not think i can|will|could / not able to enjoy
        """,
    ),
    Family(
        name="everyone",
        reason="All people, or none, are put in one box.",
        points_to="global",
        strength=0.5,
        habit="overgeneralising",
        hints=0.5,
        style="underline",
        mark="∞",
        cancelled=True,
        phrases="""
        everyone / everybody / no one / no-one / nobody / everything / nothing / none / anybody /
        anyone / all men / all women / all people / all of them / all my / all the / all of my /
        the rest of / all _ are / people are all / everything is|was
        """,
    ),
    Family(
        name="all or nothing",
        reason="Anything short of whole counts as none.",
        points_to="global",
        strength=1.9,
        habit="all_or_nothing",
        hints=1.3,
        style="double",
        mark="◐",
        phrases="""
        might as well / may as well / all or nothing / either i / i|will|should just? give up|quit /
        total|complete|utter|absolute failure|waste|loss / is|was|are {adv}* a {adv}* failure /
        i|will just? quit / i am quitting / i am giving up / give|giving it? up / going to quit|stop /
        just quit|stop / will quit / no point in / there is no point / what is the point / pointless /
        all for nothing / for nothing / no use / was a waste / waste of my? time|money|life|effort /
        a waste / wasted my / not worth it|doing|trying|living / not worth / if i can not /
        if i do not _ .. i|it|then / unless i / if it is not perfect / perfect or / has to be perfect /
        must be perfect / my life is over|ruined / life is over / whole thing /
        throw .. whole|entire|all|away / throw it all / sell the / never _ again /
        entire|whole _ is|was|are _? ruined|destroyed|over|gone|spoiled / is|are {adv}* ruined now? /
        is probably over / ruins|ruined my|the entire|whole / all _ are {judging_word} /
        all _ are rude|liars|the
        """,
    ),
    Family(
        name="in full",
        reason="Said without any measure.",
        points_to="global",
        strength=0.5,
        habit="all_or_nothing",
        hints=0.5,
        style="dotted",
        mark="◐",
        phrases="""
        completely / totally / absolutely / utterly / entirely / my|the entire|whole / 100 /
        total|complete|utter
        """,
    ),
    Family(
        name="should",
        reason="A rule is used as a stick.",
        points_to="global",
        strength=0.9,
        habit="should",
        hints=2.0,
        style="underline",
        mark="!",
        phrases="""
        should|shouldn not? .. / shoulda / ought to / i|we|they|he|she|you am|are|is supposed to /
        am supposed to / must always|never|not|do|make|work|try|keep /
        i must not|always|never|work|try / i must be {adv}* perfect|better|strong|good|nice|the best /
        has to be perfect|the|a / people need to / everyone needs|need to / they need to /
        must always|never / i am expected to / expected of me / i have no right to
        """,
    ),
    Family(
        name="hindsight",
        reason="Judges then by what is known now.",
        points_to="global",
        strength=0.6,
        habit="hindsight",
        hints=1.3,
        style="underline",
        mark="!",
        phrases="""
        should have known|seen|noticed|realised|realized|guessed|foreseen|expected|understood|remembered .. /
        it was obvious / was so obvious / how did i not / how could i not / how could i have missed /
        should have seen it coming / i knew it
        """,
    ),
    Family(
        name="everyone else",
        reason="Your inside is held against someone's outside.",
        points_to="global",
        strength=0.9,
        habit="comparing",
        hints=1.2,
        style="dotted",
        mark="≷",
        phrases="""
        everyone|everybody else / anyone else /
        better|smarter|worse|prettier|richer|happier|faster|thinner|younger than me|i|mine|everyone|us /
        more|less _ than me|i|mine|everyone / compared to|with / than i am / than i do / than me /
        other people are|have|can / most people are|have|can / all my friends are|have /
        i wish i were|was|could be / not like others|other / unlike everyone|other|others / jealous of /
        envy / behind everyone|others / as good|smart|pretty|successful as
        """,
    ),
    Family(
        name="venting",
        reason="Strong colour, little detail.",
        points_to="global",
        strength=1.0,
        style="dotted",
        mark="~",
        phrases="""
        why does|do|is|am|are|me|can|did / ugh / ughh / argh / i hate / hate my|it|this|that|when|how /
        sucks / suck / sick of / tired of / so tired|done|sick|bored|sad|stressed|lonely|frustrated /
        stressed / crap / damn / hell / fml / wtf / bloody / fucking / fuck / shit / crazy / idk /
        so bad / too much|many|late|hard|far / not want to|any|it|this / i do not want /
        i do not know what|why|if|how / do not care / who cares / annoyed / annoying / pissed / angry /
        cry / crying / miserable / hate / do not feel / not feeling / worst / lonely / depressed /
        depressing / bored / boring / exhausted / overwhelmed /
        frustrated / frustrating / am screwed|fucked / so screwed|fucked / totally screwed /
        fucked / how do i / what do i do / what should i do / wish / i wish / i just want /
        just want to / ready to give / so confused / worse / stupid
        """,
    ),
)
