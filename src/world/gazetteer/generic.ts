/** Words that say what kind of place a name is of: "Rostov region", "City of London", "محافظة إدلب". */
import { foldName } from './fold';
import type { Kind } from './types';

/** Words for first-order units and the like, as `plain` leaves them. */
const units = new Set(
  (
    'region oblast province governorate state county district raion rayon prefecture krai kray ' +
    'canton department departement departamento provincia provinsi provinz province estado etat ' +
    'voivodeship wojewodztwo wilayah wilaya wilayat vilayet muhafazah governatorato gouvernement ' +
    'gobernacion gouvernorat gouvernorate governorado gubernia autonomous republic republik ' +
    'respublika emirate division territory oblasti ostan il ili lan fylke maakunta regierungsbezirk ' +
    'область обл області край район республика республіка округ провинция провінція губернаторство ' +
    'мухафаза мухафаза вилайет вілаєт штат воеводство воєводство уезд повіт автономна автономная ' +
    'область кантон департамент префектура ' +
    'محافظة محافظه ولاية ولايه إقليم اقليم مقاطعة مقاطعه استان منطقة منطقه مديرية אוסבלסט ' +
    'מחוז נפת אובלסט פרובינציית נפה'
  )
    .split(' ')
    .map(foldName),
);

const settlements = new Set(
  'city town village municipality settlement місто город м г село с смт مدينة مدينه העיר עיר'
    .split(' ')
    .map(foldName),
);

const links = new Set(['of', 'the', 'de', 'du', 'of the']);

/** Ends of Chinese, Japanese and Korean names of units. */
const ends = /(?:自治区|自治州|特别行政区|[省州県縣郡]|광역시|특별시|주|도)$/;

/** The name without such words and what they ask for; nothing where it has none, or only them. */
export function withoutKind(name: string): { core: string; wants: Kind } | undefined {
  const words = foldName(name).split(' ');
  if (words.length === 1 && /[\u3040-\u9fff\uac00-\ud7af]/.test(name)) {
    const core = words[0]!.replace(ends, '');
    return core !== words[0] && core.length > 1 ? { core, wants: 'region' } : undefined;
  }
  const unit = words.some((word) => units.has(word));
  const town = !unit && words.some((word) => settlements.has(word));
  if (!unit && !town) return undefined;
  const rest = words.filter((word) => !(unit ? units : settlements).has(word));
  while (rest.length > 0 && links.has(rest[0]!)) rest.shift();
  const core = rest.join(' ');
  return core.length > 1 ? { core, wants: unit ? 'region' : 'settlement' } : undefined;
}
