/** Names of months, days of the week and seasons as tables write them, whole and short, in the languages of the world's larger
 * data publishers. Lower case, without full stops. */

const names: readonly string[] = [
  // English
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec',
  // German
  'januar jän jänner|februar|märz mär mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  // French
  'janvier janv|février févr fevrier|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre|novembre|décembre déc decembre',
  // Spanish
  'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic',
  // Italian
  'gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre',
  // Portuguese
  'janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro',
  // Ukrainian, as it stands in dates, then alone
  'січня січень січ|лютого лютий лют|березня березень бер|квітня квітень квіт|травня травень трав|червня червень черв|липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|листопада листопад лист|грудня грудень груд',
  // Russian, as it stands in dates, then alone
  'января январь янв|февраля февраль фев|марта март|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя|декабря декабрь дек',
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((language) =>
    language
      .split('|')
      .flatMap((month, at) => month.split(' ').map((name) => [name, at + 1] as const)),
  ),
);

/** 1 to 12; nothing where it is no name of a month. */
export function monthNamed(name: string): number | undefined {
  return months.get(name.toLowerCase().replace(/\.$/, ''));
}

/** By the season's code in EDTF, whose hemisphere is not said. */
const seasons: ReadonlyMap<string, number> = new Map(
  [
    'spring springtime frühling frühjahr printemps primavera весна весни весною весной весны',
    'summer summertime sommer été verano estate verão літо літа влітку лето лета летом',
    'autumn fall herbst automne otoño autunno outono осінь осені восени осень осенью',
    'winter wintertime hiver invierno inverno зима зими взимку зимы зимой',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 21] as const)),
);

/** 21 to 24; nothing where it is no name of a season. */
export function seasonNamed(name: string): number | undefined {
  return seasons.get(name.toLowerCase());
}

const weekdays: ReadonlySet<string> = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim',
    'lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab',
    'segunda terça quarta quinta sexta seg ter qua qui sex',
    'понеділок вівторок середа четвер пʼятниця п’ятниця субота неділя пн вт ср чт пт сб нд',
    'понедельник среда четверг пятница суббота воскресенье вс',
  ].flatMap((names) => names.split(' ')),
);

/** Whether it is a day of the week, or left out. */
export function isWeekday(name: string | undefined): boolean {
  return name === undefined || weekdays.has(name.toLowerCase());
}
