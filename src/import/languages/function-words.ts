import { smallWords } from "./by-words.ts";

/**
 * The commonest small words of languages that share a script. Some languages are here
 * only so that their texts are not taken for a neighbour's.
 */
const LATIN: Record<string, string> = {
  en: "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one we were their been has would what will there if can all no who said more also its about after our you she her",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son sa ses aux ont été cette mais ou comme nous elle leur même ces fait d'un d'une l'on c'est qu'il être aussi entre",
  es: "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está según",
  pt: "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso entre foi são pelos está ser às disse",
  gl: "de a o que e do da en un para con non unha os no se na por máis as dos como mais ao el das á súa seu ou cando moi nos xa eu tamén só polo pola ata isto entre foi son está ser ás unha dereito",
  ca: "de la que el en i a els es del les un per amb no una la seva seu al com més o però els dels als aquest aquesta són ha ser entre també fou pel l'any hi tot qualsevol va d'un és tota",
  it: "di che la il un per in una è non con le si da dei i del della sono al nel alla come più gli anche ma o su dal delle lo dalla se ai nella degli loro questo questa stato fra tra essere ogni hanno",
  ro: "de în și a la cu să pe din că o un care nu este pentru mai ale prin al se sau ca după fost au lor sunt între dar ce cel această acest orice fi dintre către unei unui fiecare şi",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch",
  nl: "de van het een en in is dat op te zijn met voor niet aan er om ook als door maar bij uit wordt naar dan hij heeft ze nog worden die of over hebben deze was ieder recht geen werd tot heeft",
  af: "die van en in het is dat op te 'n met vir nie aan om ook as deur maar by uit word na dan hy sy nog wat of oor hierdie was elke reg geen tot moet sal kan hulle enige",
  sv: "och i att det som en på är av för med till den har de inte om ett men var jag från vid så kan när nu också efter eller sig under skall ska hans vara sin mot utan än enligt",
  da: "og i at det som en på er af for med til den har de ikke om et men var jeg fra ved så kan når nu også efter eller sig under skal hans være sin mod uden end ifølge blev deres",
  nb: "og i å det som en på er av for med til den har de ikke om et men var jeg fra ved så kan når nå også etter eller seg under skal hans være sin mot uten enn ifølge ble deres",
  fi: "ja on ei että se hän oli mutta ovat kun niin myös tai sekä jos kuin joka mitä sen hänen olla ole tämä jotka mukaan vuonna kanssa sitä mukaisesti jokaisella hän siitä ovat",
  et: "ja on ei et see ta oli aga kui ka või siis oma mis kes ning tema nii nende selle iga inimesel tema õigus igal peab",
  hu: "a az és hogy nem is egy ez meg csak volt már de azt mint ki még vagy el sem kell lehet minden ezt szerint után amely ami között van majd pedig valamint illetve személynek",
  pl: "i w na z do się nie że jest to o jak za po od przez dla są ale co ich jego oraz ma być tym był także który która które tego tej czy przy ze pod lub każdy",
  cs: "a v na se je že z s do o to i za pro jako by po od podle jsou nebo své jeho které který která při také však ale už být bylo jeho každý má ve aby ze",
  sk: "a v na sa je že z s do o to i za pre ako by po od podľa sú alebo svoje jeho ktoré ktorý ktorá pri tiež však ale už byť bolo každý má vo aby zo",
  hr: "i u na se je da za s od to o su kao po koji koja koje ne bi za iz ili što sa će nije te svoje ima pravo svako biti",
  sl: "in v na se je da za z od to o so kot po ki ne bi iz ali pri tudi pa ima do njegove pravico vsakdo biti s",
  lt: "ir į iš kad su yra kaip ar tai apie jo bei už bet taip pat nuo buvo per prie savo turi teisę kiekvienas žmogus būti",
  lv: "un ir no ar uz par kā ka lai vai kas tiek pie bet arī gada viņa savu katram tiesības būt ikvienam nav",
  tr: "ve bir bu için ile da de olarak daha çok olan en gibi kadar sonra ne ki ya veya her değil göre ise olduğunu oldu olduğu var etti dedi tarafından arasında üzerinde karşı hakkı ancak yeni yaptığı şöyle bunu bunun şu biz onun onlar iki üç kez önce tüm bütün en çok eden edilen yapılan ilgili isteyen söyledi belirtti istedi verdi verilen olacağını olduğunu gerektiğini gerektiğine üzere yönelik ayrıca ardından",
  sq: "të në dhe për me një që së nga më është se u ka si nuk do janë por ishte edhe kjo këtë duke ose tij ndaj drejtë çdo gjithë",
  vi: "và của là có các được cho trong một không với người những đã này để khi về từ đến ra cũng như tại nhà quyền mọi hay đều phải",
  id: "dan yang di dengan untuk pada dari ini dalam tidak itu adalah akan oleh telah ke juga atau sebagai bahwa tersebut orang hak setiap mereka",
  eu: "eta da ez bat du dira ere edo izan zen dute baina egin behar beste bere nahiz pertsona orok eskubidea hau honek",
  cy: "y yr a i o yn ar mae ei gan am bod wedi fod nad neu hawl bawb pob",
  ga: "an na agus i a ar is ag le go do sé ní bhí ach tá atá nó gach duine",
  eo: "la de kaj en estas al ne por ke kiu pri kun per aŭ sia ĉiu havas rajton esti oni",
  sw: "ya na wa kwa ni katika za la kuwa hii au cha kila mtu haki yake hiyo ana kama",
  so: "iyo ku oo ka ee in uu waa la leh qof kasta xaq ama ay si",
  uz: "va bir bu uchun bilan ham bo'lgan har huquqiga ega inson o'z yoki emas kerak uning hamda bo‘lgan o‘z",
  tk: "we bir bu üçin bilen hem bolan her adam hukuga öz ýa-da däl gerek onuň hakyna eýedir",
  ku: "û li di de ji bo ku ye ew her kes mafê wî bi xwe an jî heye tê na",
  sco: "the o an tae in a is that for it as wis wi be by on no he his but at are this hae fae or thay ilka aabody richt",
  ht: "ak nan yo pou ki li gen tout moun dwa yon pa fè sou te ou sa l oswa an",
  oc: "de la e lo los en un que per a es las del una dins amb d'un o se son dreit tota persona aquò sus al",
};

/** Told from Turkish by its letter ə, not by its words. */
const AZERBAIJANI: Record<string, string> = {
  az: "və bir bu üçün ilə da də olaraq daha çox olan ən kimi qədər sonra nə ki ya hər deyil görə isə olduğunu oldu var etdi dedi tərəfindən arasında üzərində qarşı hüququ ancaq yeni edib bildirib olub haqqında edilir",
};

const ARABIC: Record<string, string> = {
  ar: "في من على أن إلى عن التي الذي هذا هذه مع كان ما لا بين قال كما وقد أو قد بعد كل لم وفي خلال ذلك كانت ومن إن حيث غير ولا عام له أي دون عند وأن لكل حق شخص ان الى",
  fa: "و در به از که این را است با برای آن یک خود تا کرد بر هم نیز می شد شود ها های اما کند گفت بود دارد شده ما وی او باید کرده هر یا اند هستند حق اینکه كه اين براي",
  ur: "کے کی میں ہے اور سے کا کو نے یہ ہیں پر اس بھی کہ",
  ps: "د په او چې سره له کې ته دی دا هر",
  ckb: "و لە بۆ بە کە ئەم هەر لەگەڵ",
};

const CYRILLIC: Record<string, string> = {
  ru: "и в на не что с по о к из за для как это он от его то но а у же так все или до был мы при также она они их если об быть более только того которые который года со уже может было этом между во своих будет есть право",
  bg: "и на в за се от да е че с не са по като до към или който това тя той при след но ще има със също които беше може всеки право си",
  uk: "і в на не що з по до за для як це він від його та але у же так все або був ми при також вона вони їх про бути який",
  be: "і ў на не што з па да за для як гэта ён ад яго але у ж так усе або быў мы пры таксама яна",
  mk: "и на во за се од да е со не дека по како до или кој ова таа тој при но ќе има што",
  sr: "и у на се је да за од са не су као по који која или што ће има",
};

export const LATIN_WORDS = smallWords(LATIN);
/** For texts whose letters have told Turkish from other languages. */
export const TURKISH_WORDS = smallWords({ tr: LATIN.tr ?? "" });
/** For texts whose letters have told Russian from other languages. */
export const RUSSIAN_WORDS = smallWords({ ru: CYRILLIC.ru ?? "" });
export const AZERBAIJANI_WORDS = smallWords(AZERBAIJANI);
export const ARABIC_WORDS = smallWords(ARABIC);
export const CYRILLIC_WORDS = smallWords(CYRILLIC);
