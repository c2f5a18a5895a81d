"""Families that keep to the moment: events, times, maybes, next steps."""

from .cues import Family

LOCAL = (
    Family(
        name="plain event",
        reason="One thing that happened.",
        points_to="local",
        strength=0.9,
        style="plain",
        mark="●",
        phrases="""
        {actor} {lightly}* {past_word} .. / {actor} {lightly}* -ed .. /
        {actor} had {lightly}* -ed|been|done|gone|taken|told|made .. /
        {actor} had {lightly}* given|got|left|lost|forgotten|broken|said .. /
        {actor} was|were {lightly}* -ing .. /
        {actor} was|were {lightly}* -ed|caught|told|left|late|sent|given|hurt|made|born|asked .. /
        when i {past_word} / and {lightly}* {past_word} / and {lightly}* -ed / but {past_word} /
        by mistake / ^ -ed .. / ^ {past_word} .. / i misread / i misheard
        """,
    ),
    Family(
        name="other event",
        reason="Something that happened, not by your hand.",
        points_to="local",
        strength=0.0,
        style="plain",
        mark="●",
        quiet=True,
        phrases="""
        {other_actor} {lightly}* {past_word} / {other_actor} {lightly}* -ed /
        {other_actor} do|does not / {other_actor} {lightly}* had|has|was|were|is|are
        """,
    ),
    Family(
        name="a set time",
        reason="It has a place in time.",
        points_to="local",
        strength=0.7,
        style="plain",
        mark="●",
        phrases="""
        ^ when / ^ once / ^ one day|evening|morning|afternoon|night|time /
        when i was|had|did|went|got|could / when my|we|he|she|they|the|a|someone / yesterday /
        last week|month|year|night|summer|monday|tuesday /
        last wednesday|thursday|friday|saturday|sunday|time|semester /
        _ years|days|weeks|months|hours ago / years ago / ago / the other day /
        that day|evening|night|morning|time / at the age of / as a child|kid|teenager|student /
        at the time / this morning|afternoon / at school|college|university|work / in class / during /
        while / after a|an|the|i|having / before the|i|a / later /
        at a|the party|meeting|dinner|lesson|time / at primary|high|secondary school /
        two|three|four|five _ ago / on my way / in front of / a friend of mine / a friend / a certain /
        of mine / after -ing / before -ing / while -ing / at home / the next day / then / years old /
        grade / in standard / at one / at once / an exam|examination / not having / having -ed
        """,
    ),
    Family(
        name="a past feeling",
        reason="A feeling that was, not a verdict that is.",
        points_to="local",
        strength=1.0,
        style="plain",
        mark="●",
        phrases="""
        felt {adv}* guilty|ashamed|embarrassed|bad|sorry|awkward|uneasy|sad|hurt|angry|shame|guilt /
        was|were {adv}* ashamed|embarrassed|embarrassing|sorry|angry|sad|shocked /
        was|were {adv}* upset|scared|afraid|disappointed|drunk|ill|late|tired /
        feeling guilty|ashamed / guilty about|for|when|because / ashamed of|when|because|for / i felt /
        feel guilty|ashamed when|about|for|because|of / i realized|realised / regretted /
        feeling of|that / felt that / made me feel / ^ -ing .. / ^ not -ing
        """,
    ),
    Family(
        name="this time",
        reason="Keeps to this one time.",
        points_to="local",
        strength=0.4,
        style="plain",
        mark="●",
        phrases="""
        this time|once|one / right now / at the moment / for now / yet / just one|once /
        one mistake|time|bad / temporar- / a bit / a little / somewhat / slightly / partly / so far /
        currently / in part / not yet / these days / these things / today / for a while / bad day /
        rough / tough time / mistake / mistakes
        """,
    ),
    Family(
        name="maybe",
        reason="Leaves room to be wrong.",
        points_to="local",
        strength=1.2,
        style="plain",
        mark="○",
        phrases="""
        maybe / perhaps / possibly / possible / may|might have|be|not|just / could be /
        could have been|just / not necessarily / sometimes / some people /
        not all|everyone|everybody|always|every / it is possible / chances are / as long as / even if /
        depends / depending / seems to / i think it / usually / often / most of the time / doubt /
        likely / may / other reasons / many reasons / reasons / there are many|other|lots|plenty /
        probably just|busy|not / necessarily
        """,
    ),
    Family(
        name="counter-evidence",
        reason="Holds the other side too.",
        points_to="local",
        strength=1.7,
        style="plain",
        mark="○",
        phrases="""
        do|does|did not mean|define / that is ok|okay|fine|alright|normal /
        it is ok|okay|fine|alright|normal|understandable|natural / okay / ok /
        no one is perfect / nobody is perfect / everyone makes|has|is|gets|does /
        happens to|some / not the end / no reason to / there is nothing wrong / from time to time /
        these things / not always / not my fault / not a reflection / do not have to / part of life /
        nothing to do with / not everyone / people make mistakes / no one else / is not about me /
        just because / that is just / is normal / understand / understandable / nothing wrong /
        it happens / out of my control / can not control / not because / know that /
        i know they|he|she|my|i|it|that|there
        """,
    ),
    Family(
        name="next step",
        reason="Points to something one can do.",
        points_to="local",
        strength=1.3,
        style="plain",
        mark="○",
        cancelled=True,
        phrases="""
        should probably|just|really? talk|ask|focus|reach|check /
        should probably|just|really? call|wait|look|consider|remember|take /
        next time|year|week|one / try again|to|harder|my|something / will try /
        keep trying|working|going|practicing|practising|up / learn / learned / learning / practice /
        practise / practicing / improv- / progress / get|do better / better next|soon|at /
        work on|hard|harder|through|toward|together / working on|hard|through|toward / hard work /
        make sure / be more? careful|cautious|patient|prepared / prepared / prepare / focus / plan /
        ask him|her|them|my|for|if|why|someone / talk to|about|with / figure out /
        find a|another|out|something|someone|new|other / instead / will be able / so that|i can /
        take care / let them|him|her know / communicate / apologize|apologise / check / remind /
        i need to / start -ing / get help / help me|with / use this|it / in the future / for next /
        get some|rest|sleep|through|it|back / get to / relax / rest and|up|today|tonight / save / fix /
        replace / buy / the right / look for / be careful / careful / safe / safely / safety / skills /
        solution / work out / make it|up|the|new / spend time / enough time
        """,
    ),
    Family(
        name="able",
        reason="Says what is in one's hands.",
        points_to="local",
        strength=1.0,
        style="plain",
        mark="○",
        cancelled=True,
        phrases="""
        i|we|they|he|she|it|you can / i|we could /
        i|we will try|work|ask|talk|make|find|be|do|get|keep|take|look|see|have /
        i|we will go|use|enjoy|just|learn|start|practice /
        i|we will need|help|always|continue|feel|still|give|definitely /
        i am going to / i know that? i|it|my|he|she|they|how|there /
        i am able|capable|sure|confident|learning|working|getting / help|helps me / able to /
        i want to / can still / can always / can be / allows me / in my power / my best /
        i have a lot|many|plenty|some|the|so|great|good / i get to / i am still / we will
        """,
    ),
    Family(
        name="turning",
        reason="Turns to the other side of it.",
        points_to="local",
        strength=0.8,
        style="plain",
        mark="○",
        phrases="""
        however / although though / though / despite / but i can|know|will|still|could|hope|might|may /
        on the other hand / at least / either waytually / soon / will pass / in the end|meantime /
        overcome / while / rather than / luckily / fortunately / otherwise / as well / other ways /
        other people|things|friends|ways|jobs / it could be / many|some of / different / more time /
        if i keep|work|try|practice|study / when it / and that /
        but it|that is|was|will|can|could|does / but at least|maybe|if|with|there|we|some|this /
        even though
        """,
    ),
    Family(
        name="warmth",
        reason="A kind word; it says little about how far the thought reaches.",
        points_to="local",
        strength=1.0,
        style="plain",
        mark="○",
        cancelled=True,
        phrases="""
        proud / grateful / thankful / glad / happy / happier / excit- / appreciate / appreciated /
        lucky to / luckily / blessed / enjoy / enjoyable / hope / hopeful / hopefully / hoping /
        opportunit- / chance to / challenge / challeng- / love to|that|my|me / looking forward /
        can not wait / fun / great / better / wonderful / amazing /
        good thing|time|job|for|friend|about / strong / stronger / patient / care|cares about me /
        love|loves me / nice to|for|and / grow / experience / interesting / best / special / beautiful /
        support / supportive / healthy / exciting / new / positive / perfect for / peaceful /
        delicious / will be great|fine|good|ok|okay|fun|worth|better / thank / awesome / comfort /
        comfortable / successful / success / a lot to|about
        """,
    ),
)
