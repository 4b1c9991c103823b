/** The names of the twelve months, by language: `|` between the forms of one month, a space between months. */
const NAMES = [
  "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
  "января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "janvier|janv février|févr|fevrier|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|déc",
  "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic",
  "januar|jänner februar märz|mrz april mai juni juli august september oktober|okt november dezember|dez",
  "gennaio|genn febbraio|febbr marzo aprile maggio|magg giugno luglio agosto settembre|sett ottobre|ott novembre dicembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
  "հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր",
  "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
  "يناير|جانفي فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب سبتمبر|أيلول أكتوبر نوفمبر ديسمبر",
  "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "januari februari maart april mei juni juli augustus september oktober november december",
];

const WEEKDAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
   понедельник вторник среда четверг пятница суббота воскресенье lundi mardi mercredi jeudi vendredi samedi dimanche
   lunes martes miércoles jueves viernes sábado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag
   yesterday today tomorrow`.split(/\s+/),
);

const ASCII = /^[\0-\x7f]*$/;

/** The word in the lower case in which the lists have it: `İ` and `I` are both `i`, and `ԵՒ` is `և`. */
function folded(word: string): string {
  const bare = word.replace(/\.$/, "");
  if (ASCII.test(bare)) return bare.toLowerCase();
  return bare.replaceAll("İ", "i").toLowerCase().normalize("NFC").replace(/եվ|եւ/g, "և");
}

const MONTHS = new Map<string, number>();
for (const names of NAMES) {
  names.split(" ").forEach((forms, index) => {
    for (const form of forms.split("|")) {
      MONTHS.set(folded(form), index + 1);
      // Upper case without dots: "NISAN" is typed for "nisan", and lower case makes "kasim" of "KASIM".
      if (form.includes("ı")) MONTHS.set(folded(form).replaceAll("ı", "i"), index + 1);
    }
  });
}

/** The month (1 to 12) that the word names in any case, in sixteen languages; a stop at its end is passed over. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(folded(word)) ?? null;
}

/** Whether the word names a day of the week, in any case. */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(folded(word));
}
