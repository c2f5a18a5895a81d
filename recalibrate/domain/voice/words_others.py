"""Families about other people's minds and what does not count: mind reading, luck, blame."""

from .cues import Family

OTHERS = (
    Family(
        name="they think",
        reason="You can guess what they think; you were not told.",
        points_to="global",
        strength=1.4,
        habit="mind_reading",
        hints=1.8,
        style="underline",
        mark="?",
        phrases="""
        {who} {surely}* think|thinks|thinking|thought|believe that|it|of? i? am? {adv}* {any_verdict}? /
        {who} {surely}* believes|assume|assumes|feel|feels that|it|of? i? am? {adv}* {any_verdict}? /
        {who} {surely}* think|thinks|thinking that? me|i|we|my|it|this|less|poorly|badly /
        {who} {surely}* thought|believes|believe that? me|i|we|my|it|this|less|poorly|badly /
        {who} {surely}* hate|hates|hated|dislike|dislikes|resent me|us|my|at|it /
        {who} {surely}* resents|despise|despises|judge|judges|judging me|us|my|at|it /
        {who} {surely}* pity|pities|laugh|laughing|mock|mocking me|us|my|at|it /
        {who} {surely}* ignore|ignoring|avoid|avoiding|blame|blames|envy me|us|my|at|it /
        {who} {surely}* hate|hates|dislikes me /
        {who} {surely}* probably|must be {adv}* bored|annoyed|embarrassed|disappointed|disturbed /
        {who} {surely}* probably|must be {adv}* ashamed|upset|mad|angry|jealous /
        {who} {surely}* bored|annoyed|disappointed|embarrassed|ashamed|upset .. me|us|with|of|at|by /
        {who} {surely}* mad|angry|jealous|sick|tired|cheating .. me|us|with|of|at|by /
        {who} do|does|did not {surely}* like|love|care|want|respect|trust .. me|my|about|to|us /
        {who} do|does|did not {surely}* appreciate|value|need .. me|my|about|to|us /
        {who} do|does|did not {surely}* understand|believe|notice .. me|my|about|to|us /
        do|does|did not like|love|want|respect|trust|appreciate|value|understand|believe|care about me /
        {who} {surely}* want|wants to get rid|leave|break|avoid|fire|hurt|see me|kill|replace /
        {who} {surely}* find|finds|see|sees|view|views|consider|considers me .. _ /
        {who} look|looks down on / looking down on me / look at me / looking at me / staring at me /
        laughing at me / laugh at me / making fun of me / make fun of me / talking about me /
        behind my back / thought to be / only want|wants to be|use / judging me / judge me /
        hate|hates me / hates me / hate me / mad at me / angry at|with me / upset with me /
        disappointed in|with|at me / sick of me / tired of me / ashamed of me / embarrassed by|of me /
        annoyed with|by|at me / jealous of me / avoiding me / ignoring me / against me / out to get me /
        does not want me / do not want me / not want to be .. with me|around|my / not want to .. me /
        interested in me / not interested / better off without me / think|thinks i am / thinks i /
        think i am {adv}* {any_verdict} / think less of me / think of me as / see me as / sees me as /
        think badly of|i / must think|hate / because he|she|they do|does not /
        because they|he|she think|thinks|hate|hates|is|are .. me|i / probably think|thinks|hate|hates /
        not like me / no one|nobody likes|loves|wants|cares / silent treatment / cheating on me /
        lying to me / using me / wants nothing to do / gave me a look / trying to tell me /
        must be mad|angry|upset
        """,
    ),
    Family(
        name="guessed reasons",
        reason="A reason of theirs is guessed, not asked.",
        points_to="global",
        strength=0.4,
        habit="mind_reading",
        hints=1.2,
        style="underline",
        mark="?",
        phrases="""
        because they|he|she|people {surely}* do|does|did|are|is|was|were|want|wants .. /
        because they|he|she|people {surely}* like|see|saw|have|had|feel|find|pity|know|knew .. /
        i bet they|he|she|everyone|people .. / i am sure they|he|she|everyone|people .. /
        they|he|she|people|everyone must|probably|obviously|clearly|secretly {surely}* _ .. /
        must not care|like|want|love|think / who do|does not want|care|like /
        my _ must|probably|obviously|clearly|secretly not? be? {surely}* want|wants|wish|wishes .. /
        my _ must|probably not? be? {surely}* know|knows|regret|regrets|embarrassed .. /
        my _ obviously|clearly|secretly not? be? {surely}* know|knows|regret|regrets|embarrassed .. /
        my _ must|probably not? be? {surely}* disappointed|annoyed|bored|upset .. /
        my _ obviously|clearly|secretly not? be? {surely}* disappointed|annoyed|bored|upset .. /
        my _ must|probably not? be? {surely}* mad|angry|disturbed|ashamed|jealous .. /
        my _ obviously|clearly|secretly not? be? {surely}* mad|angry|disturbed|ashamed|jealous ..
        """,
    ),
    Family(
        name="just luck",
        reason="What went right is explained away.",
        points_to="global",
        strength=1.2,
        habit="discounting",
        hints=1.7,
        style="underline",
        mark="−",
        phrases="""
        only|just|probably because they|he|she|the|it|of|my|i|we|there|nobody|no|someone .. /
        just _? luck / just lucky / got _? lucky / pure luck / was luck / it was _? luck / by luck /
        a fluke / by accident / beginner 's? luck / does not count / did not count / not really count /
        anyone|anybody can|could|would .. / anyone with / anybody with / anyone else could|can|would /
        most people can|could|have / so do|did|can other|others|everyone|many|most|a|lots /
        just|only|probably being|trying|saying|said|say|did|felt to? be? nice|polite|kind|that|it|so|sorry /
        being nice|polite|kind / to be nice|polite|kind / feel|feels sorry for me / felt sorry for me /
        i only got it|there|in|the|this / any part in|of / out of pity / pity / pitied /
        not a|that|so? big deal / no big deal /
        not that big|special|hard|impressive|great|good|important|interesting /
        nothing special|important|impressive / not special|impressive|important|interesting|real /
        not even that / not a real / not really a / so what / who cares / so it does not matter /
        does not even matter / it does not matter / means nothing / not mean anything|much / not a big /
        was easy / too easy / so easy / easy enough / it was nothing / but anyone|anybody .. /
        that anyone|anybody .. / anyone who|in|at|has .. / but only / but {crowd} .. /
        but so do|did|can|does|are / i just happened / just doing my / they had to / they were just /
        is not saying much / millions of / a dime a dozen / the bare minimum / is|are supposed to be /
        not perfect / no one will|would|even|else notice|care|cares|appreciate|uses
        """,
    ),
    Family(
        name="good first",
        reason="Something good, said before a but.",
        points_to="global",
        strength=0.0,
        style="dotted",
        mark="+",
        quiet=True,
        phrases="""
        {good} / -ed me
        """,
    ),
    Family(
        name="denied",
        reason="What is said not to be so.",
        points_to="global",
        strength=0.0,
        style="dotted",
        mark="¬",
        quiet=True,
        phrases="""
        not necessarily? mean|define|make|imply / not because / not necessarily /
        no reason to think|believe / no proof|evidence|indication /
        wrongly|falsely assuming|assume|thinking / no connection / i do not think|believe /
        not true that / not everyone
        """,
    ),
    Family(
        name="but",
        reason="What went well stands before a but.",
        points_to="global",
        strength=0.2,
        habit="discounting",
        hints=1.05,
        style="dotted",
        mark="−",
        after="good first",
        phrases="""
        but / although / though / yet / sure i|it|they|we|the
        """,
    ),
    Family(
        name="their fault",
        reason="The whole cause is put on someone else.",
        points_to="global",
        strength=0.5,
        habit="blaming",
        hints=0.5,
        style="dotted",
        mark="→",
        phrases="""
        his|her|their|your fault / because of him|her|them|you / to blame /
        made me feel|do|fail|look|late / if he|she|they had .. / if it was not for him|her|them /
        they ruined / he|she ruined / thanks to him|her|them
        """,
    ),
    Family(
        name="all theirs",
        reason="Someone else is made the whole cause, and nothing is left to try.",
        points_to="global",
        strength=0.4,
        habit="blaming",
        hints=1.3,
        style="dotted",
        mark="→",
        phrases="""
        is|was all? his|her|their|your fault / all his|her|their|your fault / his|her|their|your fault , not mine /
        he|she|they|you is|are|was|were to blame / blame him|her|them for|, / all on him|her|them|you /
        he|she|they|you is|are|was|were the reason i|we|it|this|my / my _ is|was the reason i|we|it|this|my /
        he|she|they|you is|are|was|were the one|ones who|that ruined|caused|broke|messed|spoiled|started|failed /
        set|sets|setting me up to fail / dragged|drags|dragging me down / drove|drives me to /
        gave|give|gives me no chance|choice / never gave|give|gives me a chance /
        he|she|they|you made|makes|make me fail|late|slip|lose|snap|forget|shout /
        he|she|they|you always makes|make|made me _ / he|she|they|you ruined it|my|the|everything for? me? /
        none of this|it would have happened if|without he|she|they|you|him|her|them|my /
        if he|she|they|you|my only? had _ .. , i would|could not / if he|she|they|you had not .. , i would|could have /
        if my _ .. properly|better|enough ,? i would|could / if he|she|they|you _ properly|better ,? i would|could /
        only|just snapped|failed|shouted|slipped because he|she|they|you / because of him|her|them|you that i|we /
        it is on him|her|them|you , / with a? _ like this|these|him|her|them|that no|nobody|i|anyone ..
        """,
    ),
    Family(
        name="replaying",
        reason="Going over it again with no new question.",
        points_to="global",
        strength=0.6,
        habit="rumination",
        hints=0.6,
        style="dotted",
        mark="↻",
        phrases="""
        can not stop thinking / can not get it out of my / keep|keeps replaying|thinking /
        keep going over / over and over in my / still thinking about / can not let it go /
        can not forget
        """,
    ),
)
