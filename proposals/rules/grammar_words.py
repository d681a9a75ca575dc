"""
Words of grammar, which name nothing, by language.

They are long or common enough to look like words of a topic where a list is short.
"""

from proposals.rules.languages import SHORT_WORDS

_WORDS = {
    "de": "einem einen einer eines seine seinen seiner seinem ihre ihrem ihren "
    "ihrer unser unsere unserer diese dieser diesem erste ersten zweite während "
    "nachdem bevor obwohl jedoch aber sondern andere anderen anderer anderes "
    "einige einigen mehrere viele vielen wenige weniger meisten häufig oft "
    "bereits dazu davon dabei dafür damit daher darauf daraus darüber waren "
    "wären worden würden sollte sollten könnte könnten möchte möchten müssen "
    "musste lassen lässt bleiben bleibt beispiel jahr jahre jahren monat monate "
    "etwa rund ganz ganze genau gerade selbst sogar sowohl weder etwas nichts "
    "niemand jemand jeder jedem jeden solche solchen welche sich uns euch ihnen "
    "dann denn doch hier dort heute gestern morgen",
    "en": "about above after again almost along also although always among "
    "another around because been before being below between both called came "
    "come could does doing done down during each either else ever every example "
    "first from further gets getting give given goes going have having here "
    "however into just know known last least less like made make many might "
    "more most much must need never next often once only other others over past "
    "perhaps quite rather really same second several shall should since some "
    "soon still such take than that their them then there therefore these they "
    "thing things this those though through thus time times together toward "
    "towards under until upon used using usually very want wants well were what "
    "when where whether which while will with within without would year years "
    "your",
    "fr": "avec aussi autre autres avant avoir beaucoup bien cela celle celui "
    "certains certaines ces cette chaque chez comme comment contre dans depuis "
    "deux donc dont elle elles encore entre être était étaient faire fait font "
    "ils jusqu leur leurs lorsque lors mais même moins notre nous parce pendant "
    "peut peuvent plus plusieurs pour pouvez près puis quand quelques sans "
    "selon sera seront ses seul seulement sont sous souvent sur tous tout toute "
    "toutes très trop vers voir vos votre vous années année ans",
    "es": "ante antes aunque bajo cada como contra cual cuando desde donde "
    "durante ella ellas ellos entre era eran esta estaba estar este esto estos "
    "estas fueron había hacer hacia hasta hay las les los más mientras mismo "
    "mucho muchos muy nos nuestra otra otras otro otros para pero poco por "
    "porque puede pueden que qué quien según ser sido sin sobre son sus también "
    "tan tanto tiene tienen toda todas todo todos tras una unas uno unos usted "
    "ustedes vez años año",
    "tr": "ait ama ancak artık aynı bana bazı belki ben beni benim bile bir "
    "biri birlikte biz bize bizim böyle bunu bunun buna burada bütün çok çünkü "
    "daha dedi değil diğer diye dolayı edilen edilir edilmektedir eden eder "
    "etmek etti fakat gerekir gerektirir gibi göre hala hangi hem hemen hep "
    "hepsi her herhangi hiç için içinde içeriyor ilgili ilk ise kadar karşı "
    "kendi kendisi kez kim kimse mi nasıl neden nerede niye olan olarak oldu "
    "oldukça olduğu olduğunu olması olmak olsa olur önce özellikle sadece sahip "
    "sanki sizi sizin sonra sonraki şekilde şey şimdi tarafından tüm üzere "
    "üzerinde var vardır veya yani yapan yapılan yapmak yaklaşık yeniden yerine "
    "yıl yılda yok yoksa zaman kalır alır bulunan",
    "ar": "في من على إلى عن أن إن كان كانت يكون تكون هو هي هم هن هذا هذه ذلك "
    "تلك التي الذي الذين اللاتي ما لا لم لن قد لقد كل بعض بعد قبل بين حتى عند "
    "عندما حيث مع أو أم ثم بل لكن لكنه غير سوى منذ خلال حول ضد نحو أي أيضا "
    "أيضًا كما مثل فقد فقط جدا جدًا هناك هنا الآن كنت نحن أنا أنت أنتم يمكن يجب "
    "لدى لديه لديها تم يتم ليس ليست عليه عليها فيه فيها منه منها له لها لهم به "
    "بها وكان وكانت وقد ولم ولا وفي ومن وعلى وأن بأن لأن أنه أنها إنه إنها أكثر "
    "أقل أول ثان الأول الأولى الثانية آخر أخرى الأخرى عام العام عدة كثير الكثير "
    "معظم ذات نفس بسبب ولكن إذا إذ لذا بما مما ممن تحت فوق أمام بعضها عادة",
    "fa": "از به با در که را این آن است بود بودند شد شده شدند شود می نمی خواهد "
    "خود برای تا هم هر یا اما اگر نیز یک دو بر پس چون چه همه هیچ باید باشد "
    "باشند کرد کرده کردند کند کنند کنید دارد دارند داشت داشته بین روی زیر پیش "
    "بعد قبل مورد قرار بیشتر کمتر بسیار دیگر برخی همین همچنین بنابراین وقتی "
    "زمانی سپس آنها ما شما او من آنان ایشان توسط طور ولی یعنی مانند مثل شروع "
    "بخش نزدیک هستند نیست گفت گفته های ها",
    "uk": "але або адже аніж бути був була були було буде будуть будь вам вас "
    "вже ви він вона вони воно все всі всіх всього для дуже його йому їх їхній "
    "її коли коло котрий лише має мають мене ми може можуть можна на навіть над "
    "нам нас наш не немає нею ним них ніж ну один однак під після поки при про "
    "проте саме само самий свій своє своїх себе та так такий також там те тим "
    "тих того тоді той тому тут тільки ту хоча хто це цей ці цього цьому через "
    "чи чим чого що щоб щодо як яка яке які який якого якщо яких багато більше "
    "менше декілька дехто кожен кожний інший інші інших потім різних року році "
    "років рік зараз завжди іноді незабаром вимагає означає",
    "ru": "без более больше будет будут была были было быть вам вас ваш ведь "
    "весь все всего всех вся где даже для его ему если есть еще ещё или именно "
    "иногда каждый как какая какой когда которая которого которой которое "
    "которую которые который которых кто лишь лучше между меня мне много могут "
    "может можно мой мочь надо нас нее ней некоторые нет нибудь никогда ним них "
    "ничего нужно обычно один одна однако около она они оно опять от очень "
    "перед под после потом потому почти при про раз разве редко сам само свой "
    "свою своей себе себя сейчас собой совсем стал стать так также такая такие "
    "такой там тебя тем теперь того тоже той только том тот тут уже хотя чего "
    "чем через что чтобы чуть эта эти это этого этой этом этот являются "
    "является года году годы год лет образом помимо большинство внутри наши "
    "всегда",
    "pl": "aby ale albo bardzo bez bo być był była było były będzie będą czy "
    "dla do gdy gdzie ich jak jako jego jej jest jeszcze jeśli już kiedy która "
    "które którego której którzy który lub ma mają może można między mnie nad "
    "nam nas nasz nawet nie nich niż oraz pod podczas ponieważ przed przez przy "
    "są się swoje tak także tam ten tego tej to też tylko tym wszystkie "
    "wszystkich więc za że żeby roku lat",
    "ku": "ango bi bo bû bûn de di dike dikin divê ew ewê gelek hemû her hinek "
    "jî ji ku li lê na ne nû pir piştî re tê ser wan wek were xwe yek yên",
    "hr": "ali bez bio bila bili bilo biti budu gdje ili jer jest jesu još kada "
    "kako kao koja koje koji kod mogu može nakon nego nije nisu od oko ona oni "
    "ono osim pod prije samo se sebe sve svi svoje tako također te toga treba "
    "već više za zbog",
    "ro": "acest aceasta aceste această acum aici alte altele ar are asupra "
    "avea către ca când care cât ce cei cel cele cu cum dacă dar de deci din "
    "după este eu face fără fi fie fiecare foarte iar în între la le lor mai "
    "mult multe nici noi nu o or pe pentru peste poate pot prin să sale sau se "
    "si sunt toate toți tot trebuie un unei unor unui va vor",
    "sq": "apo as ata ato bëhet çdo dhe disa do duhet është e edhe gjithë ishte "
    "ja janë jo ka kanë kjo ku kur këto ky më me mund na nga nuk një për pa por "
    "që sa se shumë si të tek tij tyre u vetëm",
}

GRAMMAR = SHORT_WORDS.union(*(text.split() for text in _WORDS.values()))
"""In small letters; with the short words that give a language away."""
