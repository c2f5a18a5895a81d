"""Families about the whole person: verdicts on the self, blame, feeling taken for fact."""

from .cues import Family

SELF = (
    Family(
        name="identity verdict",
        reason="Says who you are, not what happened.",
        points_to="global",
        strength=3.0,
        habit="labelling",
        hints=1.5,
        style="double",
        mark="▲",
        cancelled=True,
        phrases="""
        you {adv}* {judging_noun} / stupid me / silly me /
        {i_am} {adv}* {judging_noun} / {i_am} {adv}* _ {judging_noun} / such a|an _ {judging_noun} /
        i burden / i must be {adv}* _ / i must not be _ / that makes me {adv}* _ /
        {i_am} {adv}* {judging_word} / {i_am} {adv}* {judging_word} and|,? {judging_word} /
        i am just? not a good|nice|smart|decent _ / i am a danger|disgrace|problem to /
        i am not smart|strong|pretty|brave enough / {i_am} {adv}* not? worth nothing|anything /
        such a|an {failing}? {judging_noun} / what a|an {adv}* {judging_noun} /
        like a|an {adv}* {judging_noun} / a|an complete|total|utter|absolute|real {judging_noun} /
        i suck / i really|just suck / i stink / i hate myself / i am no good /
        i am not a good|real|decent|proper|nice|smart _ / i am not much of / i am no _ / hate who i am /
        i loathe myself / i am disgusted with myself / a waste of space / lost cause /
        good for nothing / i am the problem / the problem is me /
        i am not|never good|smart|worthy|capable|talented|attractive|normal /
        i am not|never lovable|likable|likeable|interesting|special|important|human /
        i am a|an -er who can not / i am out of shape / i am the black sheep / i am alone in the world /
        i am a hard person to / i have the worst _ / i am the most|least _ /
        my _ is|are ugly|worthless|stupid|disgusting|useless / i am not cut out / i am hard to love /
        i am bad luck / i am not a _ person / i am beyond help
        """,
    ),
    Family(
        name="failing role",
        reason="One thing that went wrong becomes how you fill a role.",
        points_to="global",
        strength=3.0,
        habit="labelling",
        hints=1.25,
        style="double",
        mark="▲",
        cancelled=True,
        phrases="""
        {i_am} {adv}* {failing} _ / such a|an {failing} _ / what a {failing} _ /
        a|an {failing} _ owner|teacher|parent|person
        """,
    ),
    Family(
        name="role after an event",
        reason="Something went wrong, and the cause is looked for in how you are.",
        points_to="global",
        strength=0.0,
        habit="personalising",
        hints=1.5,
        style="double",
        mark="▲",
        cancelled=True,
        after="plain event",
        phrases="""
        {i_am} {adv}* {failing} _ / such a|an {failing} _ / what a {failing} _
        """,
    ),
    Family(
        name="role after another's event",
        reason="Something happened around you, and the cause is looked for in you.",
        points_to="global",
        strength=0.0,
        habit="personalising",
        hints=2.0,
        style="double",
        mark="▲",
        after="other event",
        phrases="""
        {i_am} {adv}* {failing} _ / such a|an {failing} _ / what a {failing} _ /
        i am not a {adv}* good|great|nice _
        """,
    ),
    Family(
        name="the worst",
        reason="One case makes you last of all.",
        points_to="global",
        strength=3.0,
        habit="overgeneralising",
        hints=1.3,
        style="double",
        mark="▲",
        cancelled=True,
        phrases="""
        {i_am} {adv}* the? worst|dumbest|laziest|stupidest|slowest|ugliest|weakest .. _ ever? /
        the worst|worse|dumbest|ugliest _ ever|in|on|of / worst _ in the world
        """,
    ),
    Family(
        name="bad at it",
        reason="Turns one try into an ability you lack.",
        points_to="global",
        strength=2.0,
        habit="labelling",
        hints=1.05,
        style="double",
        mark="▲",
        phrases="""
        {adv}* {grade} at / i am not very|that|more|an|especially {adv}* _ /
        not very|any|that|too|so? good at / no good at / no good / never good at|for / suck at /
        sucks at / not cut out / not made for / good for nothing / what is wrong with me /
        what the hell is wrong with me / something .. wrong with me /
        have no talent|skill|skills|personality|brain|spine|willpower|life|friends|business /
        lack the talent|skill|skills|brains / not capable of / incapable of / have no right to /
        not a good|very? good|great|nice|real|decent|proper _ / do not belong / does not belong /
        never belong / do not deserve / does not deserve / never deserve / not deserve / not deserving /
        undeserving / not worthy / unworthy /
        a? {failing} person|parent|mother|mom|father|dad|friend|wife|husband /
        a? {failing} son|daughter|sister|brother|employee|teacher|student|worker|owner
        """,
    ),
    Family(
        name="not enough",
        reason="Measures all of you against a bar, and finds too little.",
        points_to="global",
        strength=2.0,
        habit="labelling",
        hints=1.05,
        style="double",
        mark="▲",
        phrases="""
        not|never be? a|an? _? good|smart|strong|pretty|talented|attractive|skinny|worthy|capable enough /
        not|never be? a|an? _? brave|manly|cool|hard|thin|tall|fast|rich|nice|funny enough /
        not|never be? enough / never enough / nothing i do is / never measure up / not measure up /
        never be good / not live up to / never live up to / nothing i do ever? /
        not good|smart|strong|pretty|talented|brave enough /
        too stupid|dumb|old|weak|slow|ugly|fat|shy|lazy|boring|weird|awkward|clumsy|sensitive to|for /
        inferior to / least talented|smart|important
        """,
    ),
    Family(
        name="verdict on others",
        reason="Says who someone is, not what they did.",
        points_to="global",
        strength=0.7,
        habit="labelling",
        hints=0.5,
        style="dotted",
        mark="△",
        phrases="""
        he|she|they|you|people|everyone is|are {adv}* {judging_noun} /
        he|she|they|you|people|everyone is|are {adv}* {judging_word} /
        he|she|they|you|everyone is|are {adv}* a|an {failing} _ / is {adv}* a|an {failing} _ /
        are all {failing} / are all {judging_word} / all men|women|people are
        """,
    ),
    Family(
        name="my fault",
        reason="Takes the whole cause, when there were several.",
        points_to="global",
        strength=1.3,
        habit="personalising",
        hints=1.7,
        style="underline",
        mark="◆",
        phrases="""
        all? my own? fault / it is all my .. fault / because of me / blame myself / blame me /
        i blame myself / i am to blame / i am responsible for / i am the reason / i am the cause /
        i was the reason / i ruin everything / it|that is|was {sureness}* because i .. /
        it|that is|was {sureness}* because i am {adv}* {judging_noun} /
        it|that is|was {sureness}* because i am {adv}* {judging_word} /
        it|that is|was {sureness}* because i am {adv}* {failing} _ _? / its {sureness}* because i .. /
        because i am {adv}* {judging_noun} / because i am {adv}* {judging_word} /
        because i am {adv}* {failing} _ _? / because i am not .. enough|good / must be because i /
        must be because of me / must have been because|me|my / probably because i .. /
        it|that is|was {sureness}* because of my / it is {sureness}* my / must be my / must be me /
        must be something i / something i did|said / i must have / i must have done something /
        if only i had|was / if i were|was a better _ / if i had been / if i had not / if i had just /
        it is because i / that is why i am such? a? / i made him|her|them /
        would not have happened if i / not have happened if i / i could have prevented|stopped /
        i let everyone|them|him|her down / i let my _ down / i failed him|her|them|everyone /
        i must be doing|making|the / i am being punished / punish me / punishing me /
        i am such a {failing} _ owner / i am single handedly / i drove him|her|them away /
        i brought this on / i did this to / i deserve this|it|that / reflects on me / i jinxed /
        i always cause / i should not be allowed / i should have been there / i could have done more /
        should have done more
        """,
    ),
    Family(
        name="feeling as fact",
        reason="A feeling is put in the place of evidence.",
        points_to="global",
        strength=1.1,
        habit="emotional_reasoning",
        hints=1.05,
        style="dotted",
        mark="◇",
        phrases="""
        i feel like|as i am / i feel like|as if|though? i .. /
        i feel like a|an|such|no|every|nothing|nobody|everyone .. _ /
        i feel {adv}* stupid|useless|worthless|dumb|hopeless|ugly|unwanted|unloved /
        i feel {adv}* inadequate|inferior|empty|broken|trapped|alone|lost|helpless /
        it|this feels like .. _ / just feels wrong / my gut tells / my gut says / i can just feel /
        i have a feeling|bad / i can feel it / i feel so it must / i feel that i am /
        feeling like a|an|i|no .. _ / makes me feel like .. _
        """,
    ),
    Family(
        name="felt, so it is",
        reason="It is concluded from a feeling.",
        points_to="global",
        strength=0.5,
        habit="emotional_reasoning",
        hints=1.4,
        style="dotted",
        mark="◇",
        phrases="""
        i feel|felt .. ,? so|therefore i must|can / i feel|felt .. ,? so|therefore i am {adv}* {any_verdict} /
        i feel|felt .. ,? so|therefore it|this|that|something must|has / i feel|felt .. ,? so|therefore the _ must|has /
        i feel|felt .. ,? so|therefore they|he|she|we must|do|does / i feel|felt .. ,? so|therefore nobody|no|everyone /
        i do not feel .. ,? so i can|will not / i feel|felt .. , it|that|this must|has /
        it|this|that|something feels|felt .. ,? so|therefore it|they|he|she|something|i is|was|must|has|are|am /
        i feel|felt .. , which|that proves|means|shows / because i feel|felt .. , the|it|this|i|they .. must|has|have /
        if i feel this|that|so _ ,? i|it|there|something must / because i feel it|that|so /
        because it feels that|true|so /
        so nervous|anxious|ashamed|guilty|afraid|scared|uneasy that something|it|i|they must
        """,
    ),
    Family(
        name="moral verdict",
        reason="A mistake is spoken of as a wrong.",
        points_to="global",
        strength=0.8,
        habit="moralising",
        hints=1.05,
        style="dotted",
        mark="§",
        phrases="""
        a decent|good|better person would / wrong of me / how dare i / inexcusable / unforgivable /
        immoral / sinful / i have no shame / deserve to suffer|die|fail|lose|be / deserve it /
        no excuse / ungrateful / shame on me / should be ashamed / what kind of person /
        what kind of a? _ / any decent _ would / a good _ would|never / a real _ would
        """,
    ),
)
