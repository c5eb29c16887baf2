/** Names of countries, as data sets in English write them, and their codes → ISO 3166-1 alpha-2. */
import { alpha2Of } from './iso-3166';

/** What CLDR knows under another name. Lower case, without marks. */
const aliases: Readonly<Record<string, string>> = {
  'bosnia and herzegovina': 'BA', 'bosnia-herzegovina': 'BA', bosnia: 'BA', burma: 'MM', 'myanmar (burma)': 'MM', 'cabo verde': 'CV',
  'congo-kinshasa': 'CD', 'congo, dr': 'CD', 'dr congo': 'CD', drc: 'CD', 'democratic republic of congo': 'CD', 'democratic republic of the congo': 'CD', 'dr congo (zaire)': 'CD', zaire: 'CD',
  congo: 'CG', 'republic of congo': 'CG', 'republic of the congo': 'CG', 'congo-brazzaville': 'CG', "cote d'ivoire": 'CI', 'ivory coast': 'CI', 'cambodia (kampuchea)': 'KH',
  'czech republic': 'CZ', 'east timor': 'TL', england: 'GB', 'great britain': 'GB', uk: 'GB', eswatini: 'SZ', swaziland: 'SZ', 'kingdom of eswatini (swaziland)': 'SZ', 'the gambia': 'GM', holland: 'NL',
  'hong kong': 'HK', iran: 'IR', 'islamic republic of iran': 'IR', macedonia: 'MK', 'madagascar (malagasy)': 'MG', 'north korea': 'KP', 'south korea': 'KR', 'republic of korea': 'KR', palestine: 'PS', 'state of palestine': 'PS', 'russia (soviet union)': 'RU', 'russian federation': 'RU', ussr: 'RU',
  'serbia (yugoslavia)': 'RS', syria: 'SY', 'syrian arab republic': 'SY', taiwan: 'TW', tanzania: 'TZ', turkey: 'TR', turkiye: 'TR', 'united states of america': 'US', usa: 'US', us: 'US', 'viet nam': 'VN', 'vietnam (north vietnam)': 'VN', 'yemen (north yemen)': 'YE', 'zimbabwe (rhodesia)': 'ZW', kosovo: 'XK', laos: 'LA', 'moldova, republic of': 'MD', 'venezuela, rb': 'VE', vatican: 'VA',
}; // prettier-ignore

/** Former, grouped and private codes, which CLDR names too. */
const noCountry =
  /^(?:A[ACN]|BU|C[PQS]|D[DGY]|E[AUZ]|FX|HV|IC|NT|Q[B-Z]|RH|SU|T[AP]|U[KN]|VD|X[A-JL-Z]|Y[DU]|Z[RZ])$/;

let names: Map<string, string> | undefined;

/** Also takes codes of two and of three letters. Nothing where the name is not known or no country's. */
export function countryCode(name: string): string | undefined {
  const text = name.trim();
  if (text.length > 80 || text === '') return undefined;
  names ??= englishNames();
  return names.get(text) ?? names.get(fold(text));
}

/** By a code in small letters, which elsewhere may be a word. */
export function countryOfCode(text: string): string | undefined {
  return /^[a-z]{2,3}$/.test(text) ? countryCode(text.toUpperCase()) : undefined;
}

function englishNames(): Map<string, string> {
  const found = new Map<string, string>();
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      if (noCountry.test(code)) continue;
      const name = english.of(code);
      if (name === undefined) continue;
      found.set(name, code);
      found.set(fold(name), code);
      found.set(code, code);
    }
  }
  for (const [alpha3, code] of alpha2Of) found.set(alpha3, code);
  for (const [name, code] of Object.entries(aliases)) found.set(name, code);
  return found;
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’`]/g, "'")
    .replace(/&/g, 'and')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
