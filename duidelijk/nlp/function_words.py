"""The small words that give a language away: articles, prepositions, pronouns, auxiliaries.

Our own lists. A module and not a lexicon file, as in ``abbreviations.py``: compiled strings load fast.
Words that Dutch has as well ("is", "de", "die") stand in the foreign list too; :mod:`duidelijk.nlp.foreign`
weighs what only one of the two has. The oldest Dutch ones ("der", "hetwelk", "zoo") keep old laws Dutch.
"""

from __future__ import annotations

from typing import Final

from duidelijk.nlp.abbreviations import words

DUTCH: Final = words(
    """
    aan aangaande achter af al alle alleen alles als alsdan alsmede alsnog alsof altijd ander andere
    anderen anders beide ben bent bepaalde bij bijvoorbeeld binnen boven buiten daar daaraan daarbij
    daardoor daarin daarmee daarna daarnaast daarom daarop daarover daartoe daarvan daarvoor dan dat de
    den der des deszelfs deze dezelfde dezer die dienen diens dient dier dies dit doch doen door doordat
    dus echter een eene eener eenige eens elk elkaar elke en ende enig enige enkele er ergens ermee erop
    ervan ervoor gaan gaat gebruik geeft geen geldt geven geweest geworden haar had hadden hebben hebt
    heeft hem hen het hetgeen hetwelk hetzij hier hierbij hierboven hierdoor hierin hiermee hierna
    hieronder hierop hiervan hiervoor hij hoe hoeveel hoewel hun hunner ieder iedere iedereen iemand
    iets ik in indien ingevolge inzake is ja je jij jou jouw jullie kan komen komt kon konden krachtens
    krijgen krijgt kun kunnen kunt langs later maakt maar mag maken manier me mede mee meer meest men
    met mij mijn mijne minder mits mocht moet moeten mogen na naar naast nadat namelijk namens nee niet
    niets noch nodig nog nu of ofwel om omdat omtrent onder ongeveer ons onze ook op over overeenkomstig
    per reeds samen sinds slechts sommige steeds te tegen ten tenzij ter terug tevens tijdens toch toe
    toen tot totdat tussen u uit uw uwe vaak van vanaf vanuit vanwege vast veel verder via vindt volgens
    voor vooral voordat waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waaruit
    waarvan waarvoor wanneer want ware waren was wat we weer wegens wel welk welke werd werden wie wiens
    wier wij wil willen wilt word worden wordt zal ze zeer zelf zich zichzelf zie ziet zij zijn zijnde
    zo zoals zodat zonder zoo zou zouden zowel zulke zullen zult
    """
)

LATIN: Final[dict[str, frozenset[str]]] = {
    "en": words(
        """
        a about after all also an and any are as at be been before between both but by can could did do
        does each for from had has have he her here his how i if in into is it its later made may more
        most must my no not of on one only or other our out over own shall she should so some such than
        that the their them then there these they this those through to under until up upon was we were
        what when where which who will with within would you your
        """
    ),
    "de": words(
        """
        aber alle als am an anders auch auf aus bei beim bis da damit dann das dass dem den denn der des
        die dies diese diesem dieser dieses durch ein eine einem einen einer eines er es für gegen haben
        hat hier ich ihm ihn ihr ihre ihrem ihren ihrer im in innerhalb ist jede jeder kann kein keine
        können mit muss müssen nach nicht noch nur ob oder ohne sein seine seiner sich sie sind so soll
        sollte sowie um und uns unser unsere unter über vom von vor war was wenn wer werden wie wir wird
        wurde wurden zu zum zur zwischen
        """
    ),
    "fr": words(
        """
        afin ainsi après au aucun aux avant avec avez ayant à car ce cela celle celui ces cet cette
        chaque chez comme dans de depuis des doit doivent donc dont du elle elles en entre est et eu été
        être fait font il ils je la le les leur leurs lors lorsque mais même ne ni nos notre nous on ont
        ou où par pas pendant peut peuvent plus pour qu que quel quelle qui sa sans se selon sera seront
        ses si soit son sont sous sur ta tous tout toute toutes très tu un une vers vos votre vous
        """
    ),
    "es": words(
        """
        a al algunas ante aquellos así aunque cada como con cual cuando cuyo de debe deben del desde
        donde durante e el ella ellos en entre era es esa ese eso esta estas está están este estos él ha
        haber han hasta hay la las le les lo los mas más mediante mi muy ni no nos o otra otro para pero
        podrá por porque puede pueden que qué quien se según ser será si sin sino sí sobre son su sus
        también tiene tienen todas todo todos tu un una uno usted ustedes y ya
        """
    ),
    "pt": words(
        """
        a ainda ao aos após aquele as até à às cada com como da das de deve devem do dos durante e ela
        ele eles em entre era essa esse esta está estão este é foi foram há isso já lhe mais mas
        mediante meu muito na nas não nem no nos nossa nosso num numa o onde os ou para pela pelas pelo
        pelos pode podem por porque qual quando que quem são se sem sempre ser será seu seus sob sobre
        sua suas também tem têm todas todos um uma você vocês
        """
    ),
    "it": words(
        """
        a ad agli ai al alla alle anche ancora che chi ci ciò come con contro cui da dagli dai dal dalla
        dalle degli dei del dell della delle dello deve devono di dopo dove durante e ed entro era
        essere è gli ha hanno i il in io l la le lei lo loro ma mediante nei nel nell nella nelle non
        nostro o ogni oppure per perché più possono prima può quale qualora quando quella quello questa
        queste questi questo se secondo senza si sia siano sono sua sue sui sul sulla suo suoi tra tutte
        tutti un una uno vi voi
        """
    ),
    "ro": words(
        """
        a acea aceasta această acest aceste acestei acestui al ale am ar are asupra ați aţi au avea avem
        aveți ca care că către ce cei cel cele cu cum dacă dar de deci din dumneavoastră după este eu
        face fără fi fie fiecare fost iar in în între la le lor lui mai nu o ori orice până pe pentru
        poate prin sa sau să se si sub sunt sunteți și şi trebuie un unei unor unui va vă vor
        """
    ),
    "pl": words(
        """
        a aby albo ale bądź bez będzie by być był była było były co czy dla do gdy i ich ile im innych
        jak jako jego jej jest jeśli jeżeli już każdy kiedy która które którego której który których lub
        ma mają może można musi muszą na nad nie niż o od ona oni oraz pan pani państwa państwo po pod
        podczas powinien przed przez przy są się swoje ta tak także tam te tego tej ten to tych tylko
        tym w we według więc wszystkie z za ze zgodnie że żeby
        """
    ),
    "tr": words(
        """
        ama ancak bir bu buna bunu bunun da daha de değil değildir dolayı edilir edilmesi en gerekir
        gerekli gerekmektedir gibi göre hakkında hangi hem her hiç için içinde ile ilgili ilişkin ise
        kadar kendi ki mi mu mı nasıl ne o olan olarak olduğu olması olup olur önce sadece siz size sizi
        sizin sonra şu tarafından tüm üzere üzerinde var varsa ve veya ya yapılan yapılır yok yoksa
        zaman
        """
    ),
    "hu": words(
        """
        a aki akkor amely amelyek ami az azok azt által át be csak de e egy ehhez el ez ezek ezt és fel
        ha hogy hogyan illetve is itt kell kérjük ki le legyen lehet meg meghatározott mely mert mi
        minden mint nem nincs olyan ön önnek önök pedig során számára szerint tud után vagy vagyis
        valamint van vannak volt
        """
    ),
    "cs": words(
        """
        a aby ako ale alebo ani až bez bude by byl byla bylo být co či do i jak jako je jeho jejich jen
        ještě již jsou jste k kde když která které kterou který kterých ktorá ktoré ktorý lze má mezi
        musí může na nad nebo nejsou není o od po podle pokud pre pro proto před při s sa se si sú svůj
        ta tak také tento tím to u v vaše vám včetně ve všechny vy z za zda ze že
        """
    ),
    "hr": words(
        """
        a ako ali bez bi bio biti bude će da do ga i ih ili im iz između je jer još kada kako kao koja
        koje koji koju li mogu mora moraju može na nakon ne nije o od odnosno ova ovaj ovo po pod pre
        pri prije sa sam samo se si smo ste su sve šta što tako te to u uz vam vas vaš vaše za zbog
        """
    ),
    "sq": words(
        """
        apo dhe do duhet duke e edhe është i ishte ja janë ju juaj juve ka kanë kjo kur ky lidhur me më
        mund na ne në nëse nga një nuk o ose para pas për po prej pse që se së si te tek të tij tuaj
        vetëm
        """
    ),
    "sv": words(
        """
        alla att av är bara blir där det du efter eller en enligt er ett får för från genom ha hade han
        har här hur i inte kan kommer man måste med mellan men mot när ni och också om över på så sig
        sin ska skall som till under upp ur utan vad vara vi vid vilka
        """
    ),
    "da": words(
        """
        af alle at år blev blive bliver da de dem den denne der deres det dette dig din du efter eller
        en er et får for fra ham han har havde hvad hvis hvor hvordan i ikke ikkje inden jeg kan kun man
        må med mellem men mod når ned noget og også om op over på så sig sin skal skulle som til under
        ut ved vi vil være
        """
    ),
    "fi": words(
        """
        ei eivät ennen että ettei hän hänen ja jo joka jonka jos jotka jotta kaikki kanssa kuin kun
        mukaan mutta myös ne niiden niin ole olet oli olla on ovat saa se sekä sen siitä sinun sitä tai
        tämä tämän täytyy te teidän tulee vain voi voidaan voit voitte vuoden yli
        """
    ),
    "fy": words(
        """
        alle as at bei beide binne binnen bist by dat de dêr dizze do dus dy dyn ek eltse en fan foar
        gau gjin hast hat hawwe hawwen hin hja hjir hoe hy ien in is it jim jimme jins jo jou kin kinne
        koe lykas mar mear mei moat moatte nei net noch oan oare oer oft om op ôf sa sil sille soe sûnt
        sy syn ta te troch tsjin tusken ús út ûnder wa wat wêr wêrom wie wiene wol wolle wurde wurdt wy
        yn
        """
    ),
    "af": words(
        """
        aan as asook baie behoort by daar daardie dan dat deur die dié dit ek elke en gaan geen haar het
        hê hierdie hoe hom hul hulle hy in indien is jou julle jy kan kon kry maar mag meer met moet my
        n na nie nog nuwe of om onder ons ook oor op saam sal sê sodat soos sou sy te teen toe tot u uit
        van vir vra waar wanneer wat wees wie word
        """
    ),
    "pap": words(
        """
        aki akinan algun asina awor banda bo bon bosnan cu den despues di e ei esaki esei esun for hasi
        hopi i ken kende ki kiko kon ku manera mas mei mester mi na nan ni no nos of ora pa pero por
        riba sea segun si sin su ta tabata tambe tantu te tin tur un una unda ya
        """
    ),
    "so": words(
        """
        aad aan adiga ah ahaan ama ay ayaa ayaad ayay ayuu badan ee gaar haddii hore in inaad inay inuu
        isku iyo jira ka kale karaa kartaa kasta ku kuu la laga lagu leh loo maha marka oo qof si sida
        soo u uu waa waad waxa waxaa waxaad waxaan waxay waxuu wuxuu yahay
        """
    ),
    "ku": words(
        """
        an be bi bibe bike bikin bo da dê di dikare dikarin dike dikin divê ev ew hate hatin hatiye heke
        her heye hun hûn in je jê ji jî ku kurdî lê li me ne nikare pê piştî re ser û wan we wek wê xwe
        ya yan yek yê yên
        """
    ),
    "id": words(
        """
        ada adalah agar akan anda apabila atau bagi bahwa belum bisa dalam dan dapat dari dengan di
        hanya harus ini itu jika juga kami karena ke kepada lebih maka mereka oleh pada para saat saya
        sebagai sebelum secara setelah setiap sudah telah tentang tersebut tidak untuk yang
        """
    ),
    "vi": words(
        """
        bằng bạn các cho có của do hoặc hơn khi không là làm mà một này nếu người như những phải qua quý
        ra rằng sau sẽ tại theo thì trên trong trước từ và vào về với đã đến để đó được
        """
    ),
}
"""Languages in our own script, by their code in ISO 639."""

OTHER: Final[dict[str, frozenset[str]]] = {
    "ru": words(
        "и в не на что с по для вы от к или из это если вам ваш быть может как о за при его их также у мы"
    ),
    "uk": words(
        "і й в у не на що з до для ви від або та це якщо вам ваш бути може як про за при його їх також ми є"
    ),
    "bg": words(
        "и в не на че с до за вие от или това ако ви вашия да може как по при се са е ще като към си"
    ),
    "sr": words("и у не на што са до за ви од или то ако вам да може како по при се су је ће као из"),
    "ar": words("من في على إلى أن هذا هذه التي الذي عن مع أو لا ما كان قد يمكن يجب إذا كل بعد قبل"),
    "fa": words("و در به از که این را با برای است شما یا می آن باید تا شود اگر بر هم خود نیز"),
    "ur": words("اور میں کے کی کو سے کا ہے ہیں پر یہ آپ نے کہ یا لیے اگر"),
    "ps": words("د په او چې دا له ته سره کې تاسو یا که باید وي کړئ شي"),
    "ti": words("ኣብ ናይ እዩ እዚ ነዚ ካብ ምስ ወይ እንተ ኢኹም ንምግባር ክትገብሩ"),
    "am": words("ነው እና ላይ ወደ ከ ይህ ወይም እንደ ውስጥ ናቸው መሆን"),
}
"""Languages that share another script: their words tell which of them it is."""

LETTERS: Final[dict[str, frozenset[str]]] = {
    code: frozenset(letters)
    for code, letters in {
        "cs": "čďěňřšťůýž",
        "da": "æøå",
        "de": "äß",
        "es": "ñ",
        "fi": "äö",
        "fy": "û",
        "hr": "čćđšž",
        "hu": "őű",
        "ku": "êîûş",
        "pl": "ąćęłńśźż",
        "pt": "ãõ",
        "ro": "ăâîșşțţ",
        "sv": "åäö",
        "tr": "ğış",
        "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư",
    }.items()
}
"""Letters that Dutch words hardly have, by language."""
