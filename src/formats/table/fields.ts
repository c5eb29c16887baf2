/** The fields that a table's columns can be mapped to, and the names columns have for them. */

export interface Field {
  /** As `--map FIELD=COLUMN` names it. */
  readonly name: string;
  readonly about: string;
  /** Names of columns, the likeliest first; matched against the name in lower case with single
   * spaces between its words. Without any, the field is only mapped when the user says so. */
  readonly columns: readonly RegExp[];
}

export const fields: readonly Field[] = [
  { name: 'id', about: 'an id of the record', columns: [/^id$/, /^(event|incident|record|case|web|object|fire|global event) ?id( \d)?$/, /^(uuid|guid|isqno|key)$/] },
  { name: 'title', about: 'one line that says what happened', columns: [/^(event |incident )?(title|headline)$/, /^(event|incident|battle|fire|case|episode|vessel|ship) ?name$/, /^name$/, /^(label|heading|subject|titel|titre|titulo|título|titolo|назва|название|заголовок)$/, /^(event|incident|battle|ereignis|evento|événement|évènement|evenement|подія|событие|الحدث|حدث)$/, /^what( happened)?$/, /^(common|vernacular) name$/, /^species( guess| name)?$/, /^scientific name$/] },
  { name: 'summary', about: 'a paragraph of plain text', columns: [/^(summary|description|notes?|text|details?|abstract|comments?|beschreibung|descripción|descripcion|опис|описание)$/, /^(event|incident) (summary|description|notes)$/] },
  { name: 'when', about: 'the date, with or without a time', columns: [/^(event |incident )?date( ?time)?$/, /^when$/, /^point ?in ?time$/, /^(ig|incident|event|mission|occurrence|reported|report|start|occurred|observed|acq|acquisition|iso) ?(date|on|at)( ?time)?$/, /^date (of )?(the )?(event|incident|occurrence|reported|occurred|attack|accident|crash|death)$/, /^(when|what date|on which (day|date)|date)\b.{0,30} (happen|occur|take place|took place|event|incident)/, /^(iso|utc|gmt|local|event|obs(ervation)?|acq(uisition)?|origin) ?(date ?)?(time|date)$/, /^(datum|fecha|data|дата|timestamp|day|time|datetime|occurred|published|iso ?time)$/, /^(period|dates|years|date ?range|decade|century|dating|datierung|zeitraum|período|periodo|période|період|период)$/] },
  { name: 'start', about: 'the first date of a span', columns: [/^(date |datetime |time )?(start|begin|from|min|earliest|first)( ?date)?( ?time)?$/, /^(start(s|ed)?|begin(s|ning)?|began|from|beginn|von|inicio|início|début|debut|початок|начало)( ?date)?$/] },
  { name: 'end', about: 'the last date of a span', columns: [/^(date |datetime |time )?(end|to|until|max|latest|last)( ?date)?( ?time)?$/, /^(end(s|ed)?|to|until|till?|through|thru|finish(ed)?|ende|bis|fin|fim|кінець|конец)( ?date)?$/] },
  { name: 'time', about: 'the time of day, beside a date', columns: [/^(event |incident |start |acq |acquisition )?time( of day| utc| gmt)?$/, /^(uhrzeit|hora|heure|час|время)$/] },
  { name: 'year', about: 'the year, where there is no date', columns: [/^(event |reported |start )?year$/, /^year (start|from|begin)$/, /^(i?year|yr|yyyy|u?jahr|anno|ano|año|année|annee|рік|год)$/] },
  { name: 'month', about: 'the month beside a year, as a number or name', columns: [/^(event |reported |start )?month$/, /^month (start|from|begin)$/, /^(imonth|mo|u?monat|mese|mês|mes|mois|місяць|месяц)$/] },
  { name: 'day', about: 'the day beside a year and month', columns: [/^(event |start )?day( of month)?$/, /^day (start|from|begin)$/, /^(iday|dy|u?tag|giorno|día|dia|jour|день)$/] },
  { name: 'end.year', about: 'the last year of a span, beside the first', columns: [/^(end|finish|stop|to) ?year$/, /^year (end|to|until|finish)$/] },
  { name: 'end.month', about: 'the month beside the last year', columns: [/^(end|finish|stop|to) ?month$/, /^month (end|to|until|finish)$/] },
  { name: 'end.day', about: 'the day beside the last month', columns: [/^(end|finish|stop|to) ?day$/, /^day (end|to|until|finish)$/] },
  { name: 'hour', about: 'the hour beside a year, month and day', columns: [/^(event )?hours?( of day)?$/, /^(u?stunde|hora|heure|hr|hh|година|час)$/] },
  { name: 'minute', about: 'the minute beside an hour', columns: [/^(event )?minutes?$/, /^(minuto|mn|mi|хвилина|минута)$/] },
  { name: 'second', about: 'the second beside a minute', columns: [/^(event )?seconds?$/, /^(sekunde|segundo|seconde|sec|ss|секунда)$/] },
  { name: 'lat', about: 'the latitude in degrees', columns: [/^lat(itude)?( ?(dd|deg|wgs ?84|decimal))?$/, /^(geo|event|point|incident)? ?lat(itude)?$/, /^(y|breite|breitengrad|latitud|широта)$/, /^y ?(coord(inate)?s?|gcswgs84|wgs ?84)$/, /(^| )lat(itude)?( |$)/] },
  { name: 'lng', about: 'the longitude in degrees', columns: [/^(lng|long?|longitude)( ?(dd|deg|wgs ?84|decimal))?$/, /^(geo|event|point|incident)? ?(lng|long?|longitude)$/, /^(x|länge|laenge|längengrad|longitud|довгота|долгота)$/, /^x ?(coord(inate)?s?|gcswgs84|wgs ?84)$/, /(^| )(lng|long?|longitude)( |$)/] },
  { name: 'latlng', about: 'latitude and longitude in one cell, in that order', columns: [] },
  { name: 'lnglat', about: 'longitude and latitude in one cell, in that order', columns: [] },
  { name: 'pair', about: 'both in one cell, in an order the whole file tells', columns: [/^(location |geo ?|gps )?(coordinates?|coords?|position|latlng|lat ?long?|point|geom wkt|wkt)$/, /^lat(itude)? (and )?long?(itude)?$/, /^(geo|location|gps)$/, /^(geo ?(point( 2d)?|location|reference|position)|georeference|the geom|geom(etry)?|wkt ?geom|shape ?wkt|coordinate ?location|gps ?(coordinates?|position|location)|lat ?lng|koordinaten|coordenadas|coordonnées|координати|координаты)$/] },
  { name: 'wkt', about: 'a geometry as well-known text, such as POINT (13.4 52.5)', columns: [] },
  { name: 'category', about: 'an id of the story’s categories', columns: [/^(event ?|incident |primary |fire |disaster |attack |crime |hazard |violation |accident |conflict )?(category|type|kind|class)$/, /^(kategorie|typ|tipo|categoría|categoria|catégorie|тип|категорія|категория)$/] },
  { name: 'where.name', about: 'the place in words', columns: [/^(location|place|site|venue|where)( ?(name|description|guess))?$/, /^(city|town|settlement|municipality|locality|asciiname|locn|ort|lieu|lugar|ciudad|місце|место|місце події|место события|місто|город|населений пункт|населённый пункт|населенный пункт|المكان|مكان|الموقع|المدينة|البلدة)$/, /^(address|adresse|dirección|direccion|indirizzo|адреса?|العنوان)$/] },
  { name: 'where.country', about: 'the country, as a code of ISO 3166-1 or its English name', columns: [/^(country|land|staat|país|pais|pays|країна|страна|البلد|الدولة)( ?(code|name|txt|text|iso ?[23]?))?$/, /^(country )?(iso|alpha) ?(a2|a3|2|3|alpha ?[23]|n3|num(eric)?|code|3166)?$/, /^m ?49( code)?$/] },
  { name: 'where.region', about: 'the region that the place lies in, by its name or its code of ISO 3166-2', columns: [/^(region|state|province|oblast|governorate|admin ?1|adm ?1|state province|region name|state name|province name)( ?(name|code))?$/, /^(область|регіон|регион|край|провінція|провинция|bundesland|provincia|estado|المحافظة|محافظة|المنطقة)$/] },
  { name: 'where.precision', about: 'point, street, settlement, district, region or country', columns: [] },
  { name: 'where.radius', about: 'metres around the position', columns: [/^coordinate (uncertainty|accuracy)( in)? (m|meters|metres)$/, /^(gps|geo ?point|location) (precision|accuracy)( in)?( m| meters| metres)?$/] },
  { name: 'where.regions', about: 'codes of ISO 3166-2', columns: [] },
  { name: 'source', about: 'the name of the source', columns: [/^(information )?sources?( ?name)?$/, /^(quelle|fuente|джерело|источник|publisher)$/] },
  { name: 'url', about: 'the address of the source, or several', columns: [/^(source |article )?(url|link|href|web ?address)s?$/] },
  { name: 'actors', about: 'who took part', columns: [] },
  { name: 'status', about: 'happened, ongoing, scheduled, postponed, rescheduled or cancelled', columns: [] },
  { name: 'evidence', about: 'claimed, corroborated, verified, disputed or retracted', columns: [] },
  { name: 'sensitive', about: 'the text of a content warning', columns: [] },
  { name: 'note', about: 'how a date or place was reached', columns: [] },
]; // prettier-ignore

/** Whether `--map` may name this; `figures.killed` and the like map a number of what was counted. */
export function isField(name: string): boolean {
  return fields.some((field) => field.name === name) || figurePattern.test(name);
}

/** `figures.killed`, `figures.killed.min`, `.max` or `.best`. */
export const figurePattern = /^figures\.([^.=]{1,60})(?:\.(min|max|best))?$/;

/** `IG_DATE`, `datetimeMin` → `ig date`, `datetime min`. */
export function columnWords(column: string): string {
  return column
    .slice(0, 100)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
