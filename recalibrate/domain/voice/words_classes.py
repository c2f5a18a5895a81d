"""Named classes of words that the phrases of the families share. Add a word where it belongs."""

CLASSES = {
    # Words that colour a verdict without changing it.
    "adv": """
        so such just really very too always still completely totally absolutely utterly simply
        clearly obviously
        probably basically the a an total complete absolute utter huge big real pretty now not-only
        being actually
        quite all honestly truly definitely always kind of sort already even sure nothing but like
        therefore also
        incredibly extremely terribly horribly generally apparently seriously
    """,
    # Nouns that judge a person. A nurse, a parent or a beginner is none of these.
    "judging_noun": """
        failure failures loser losers idiot idiots fool fools fraud frauds imposter imposters
        impostor impostors fake
        burden burdens mess disgrace coward cowards freak freaks weirdo weirdos moron morons joke
        screw-up screwup
        jerk monster slob quitter hypocrite liar wimp klutz nuisance outcast dummy pig bum slacker
        embarrassment
        disappointment dork nerd geek creep dope phony leech snob brat psycho psychopath hack
        cheater criminal misfit
        dud trash garbage pushover doormat deadbeat laughingstock jinx curse addict pervert lunatic
        imbecile dunce
        nobody nothing zero disaster wreck clown troll chicken sissy weakling troublemaker
        narcissist killjoy
        pest parasite scum crybaby ditz airhead oaf has-been lost-cause amateur recluse hermit nitwit
        waste of space / lost cause / bad person / terrible person / horrible person / awful person /
        old maid /
        couch potato / good for nothing / bad luck / worthless person / useless person /
        piece of crap|shit|garbage|trash /
        black sheep / third wheel / basket case /
        horrible|terrible|bad|awful|selfish|mean|evil human being|person /
    """,
    # Adjectives that judge a person.
    "judging_word": """
        stupid dumb useless worthless incompetent incapable inadequate inferior pathetic hopeless
        helpless lazy weak
        weakest ugly ugliest fat unlovable unlikable unlikeable unattractive broken defective
        damaged toxic selfish
        boring weird crazy insane ridiculous clumsy careless irresponsible unworthy undeserving
        untalented talentless
        terrible horrible awful bad evil disgusting foolish idiotic lame immature unreliable doomed
        cursed unwanted
        unimportant insignificant invisible unlucky heartless uneducated unintelligent unsuccessful
        unmanly uncool
        antisocial unsocial friendless arrogant gullible naive worst dumbest laziest stupidest
        slowest undesirable
        insufferable loathsome hideous repulsive unfit inept unfixable insane unskilled uncreative
        unoriginal
        forgettable replaceable disposable unforgivable disgraceful shameful good-for-nothing unemployable
        lousy unathletic uncoordinated inconsiderate cowardly spineless no-good ungrateful wicked
        too old / too slow / too dumb / too stupid / too weak / too shy / too fat / too ugly /
        too boring / too weird
        too sensitive / too lazy / too young / too clumsy / too awkward / too far gone
    """,
    # A grading word before any role: "a terrible cook".
    "failing": """
        terrible horrible awful bad worst lousy useless worthless incompetent hopeless lazy pathetic
        rubbish crappy
        shitty careless inadequate stupid dumb failed failing irresponsible inferior mediocre poor unfit
        terrible|horrible|awful|very|really|such bad / second rate
    """,
    "grade": """
        terrible horrible awful bad hopeless useless rubbish lousy pathetic
        worthless incompetent crap poor
    """,
    "i_am": """
        i am / you are / i was / i will be / i must be / i have become / i have been / i have always been /
        i felt like /
        i look like / i look / i feel like / i sound like / i seem like / i be / am i / i would be /
        i will always be /
        i always be / i might be / i could be / i become / i will become / i turned out / i am being /
        i have to be /
        i am turning into / i am becoming / makes|made|make me / makes me feel|look / called me / calls me
        that makes me / i am afraid i am / i act like / myself as / i am the kind of / i am not only /
        i am nothing but /
    """,
    "they_are": """
        he is / she is / they are / you are / we are / people are / my _ is / my _ are / that is /
        this is / it is / is / are
        he was / she was / they were / you were
    """,
    # People whose thoughts one may claim to know.
    "who": """
        they he she people everyone everybody others someone somebody men women guys girls friends coworkers
        co-workers nobody parents family neighbors neighbours strangers boss customers clients students
        no one / no-one / most people / other people / the others / the other _ / some people /
        all of them / they all
        my _ / my _ _ / his _ / her _ / the _ / our _ / everyone at _ / everyone in my _ /
        everyone else / people at|in .. _
        my _ and _ / people at my _
    """,
    "surely": """
        must probably all just really always will would might secretly surely also only likely may
        are is be have
        had still both even never does do not to now going obviously clearly definitely am sure am
        quietly already
    """,
    "past_word": """
        had went told got made took said lost broke left fell came saw gave found forgot heard let
        ran sat sent spoke
        spent stole threw woke wrote misread misheard overslept cut hit hurt met paid lied drank
        drove ate slept
        caught kept began brought bought did knew thought felt became blew bit bent bled built burnt
        burned chose cost
        crept dealt drew fed fought flew froze grew hid held knocked laid lay led left lent lit
        meant misspelt mistook
        overheard overcooked overslept read rang rode rose sang sank set shook shot shut slid sold
        sought sped spilt spilled
        split spoilt stood stuck struck swam swore taught tore understood won withdrew wore upset
        underestimated misjudged
        bumped crashed dropped slipped tripped missed copied cheated betrayed refused promised
        could not / was not able / was unable / were unable / did not / used to
    """,
    "one": "i we he she they it you who which someone somebody people everyone nobody that",
    "actor": """
        i we he she they it who someone somebody
        my _ / my _ _ / his _ / her _ / the _ / the _ _ / a _ / our _ / one of my _ / one of the _
    """,
    "other_actor": """
        he she they it someone
        my _ / my _ _ / his _ / her _ / the _ / the _ _ / a _ / one of my _ / one of my _ _ / one of the _
    """,
    "lightly": """
        just also then once accidentally never only really always even almost already again
        immediately soon finally
        later suddenly recently both all nearly completely -ly
    """,
    "kin": """
        mother father mom mum dad parents sister brother friend friends girlfriend boyfriend wife
        husband teacher boss
        cousin aunt uncle grandmother grandfather grandma grandpa son daughter child colleague
        neighbour neighbor
    """,
    "good": """
        love loved like liked enjoy enjoyed great good nice fun well won win beautiful delicious
        happy compliment
        complimented praise praised amazing wonderful perfect excellent best promoted promotion
        award successful
        success talented degree graduated helped proud favorite favourite awesome fantastic tasty rewarding
        improved healthy rich lucky popular smart able passed finished completed thanked recommended
        bonus raise
        sold caught made built got have learned received finally earned wrote published hired job
        scholarship
        championship medal prize trophy college famous perfect comfortable warm sunny cute loves
        loving pretty strong
        interesting friendly sweet gorgeous funny impressed congratulated liked nicely fresh free
        big many lot lots
        play train travel go enjoying loving interested fancy winning first doing good
    """,
    "any_verdict": """
        {judging_noun} / {judging_word} / {failing} _ / bad / wrong / not .. _
    """,
    "sureness": """
        probably just only all surely must be likely simply
        maybe clearly obviously definitely always am sure
    """,
    "should_verb": """
        be|do|get|make|have|try|work|keep|become|stop|start|always|never|go|win|finish|not
    """,
    "dread": """
        fail die lose leave hate regret laugh fire kill ruin crash hurt sick alone terrible horrible
        awful disaster
        miserable mad angry lost fat cancer divorced ruined bad boring homeless broke never
        destroyed dead worse forever
        burn fall attack reject rejected dump abandon starve drown collapse break divorce
        disappointed judged judge
        embarrassed disease blank wrong late poor sad lonely jail embarrass worst waste stuck cheat
    """,
    "crowd": """
        everyone everybody anyone anybody others
        other people / lots of people / many people / most people / a lot of people / plenty of people /
        so many people /
        everyone else / so many others / many others
    """,
}
