/** Where: names, precision, regions. Lenient, since a record can be shown with less of it. */
import type { Place, PlacePrecision, PlaceRole } from '../event';
import { readGeometry } from './geometry';
import { none, readList, readText, readWord, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { t } from '../../words/reading';

const precisions: readonly PlacePrecision[] = [
  'point',
  'street',
  'settlement',
  'district',
  'region',
  'country',
];
const roles: readonly PlaceRole[] = ['venue', 'target', 'origin', 'route', 'affected', 'speaker'];
/** ISO 3166-2, and ISO 3166-1 alpha-2. */
const regionPattern = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;
const countryPattern = /^[A-Z]{2}$/;
/** Half the way around the Earth, in metres. */
const farthest = 20_037_509;

/** `properties.where`; empty where it is absent or no object. */
export function readWhere(properties: Members, report: Reporter): Place {
  const value = member(properties, 'where');
  if (value === undefined) return {};
  return readPlace(value, 'properties.where', report) ?? {};
}

/** `properties.places`, further places with a role and a geometry of their own. */
export function readPlaces(properties: Members, report: Reporter): readonly Place[] {
  const list = readList(properties, 'places', 'properties.places', report);
  if (list.length === 0) return none;
  const places: Place[] = [];
  list.forEach((value, at) => {
    const path = `properties.places[${at}]`;
    const place = readPlace(value, path, report);
    if (!place || !isObject(value)) return;
    const role = readWord(value, 'role', `${path}.role`, roles, 'unknown-role', report);
    const geometry = readGeometry(member(value, 'geometry'), `${path}.geometry`, lenient(report));
    places.push({ ...place, role, geometry: geometry ?? null });
  });
  return places;
}

function readPlace(value: unknown, path: string, report: Reporter): Place | undefined {
  if (!isObject(value)) {
    const expected = t('expected.place');
    report.warn(
      path,
      value,
      'bad-place',
      t('problem.expected', { field: path, value: shown(value), expected }),
    );
    return undefined;
  }
  const precision = 'unknown-precision';
  return {
    name: readText(value, 'name', `${path}.name`, report),
    precision: readWord(value, 'precision', `${path}.precision`, precisions, precision, report),
    radius: readRadius(value, `${path}.radius`, report),
    country: readCountry(value, `${path}.country`, report),
    regions: readRegions(value, `${path}.regions`, report),
  };
}

function readRadius(owner: Members, path: string, report: Reporter): number | undefined {
  const value = member(owner, 'radius');
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value > 0 && value <= farthest) return value;
  const expected = t('expected.radius', { farthest: farthest });
  report.warn(
    path,
    value,
    'bad-radius',
    t('problem.expected', { field: path, value: shown(value), expected }),
  );
  return undefined;
}

function readCountry(owner: Members, path: string, report: Reporter): string | undefined {
  const value = member(owner, 'country');
  if (value === undefined) return undefined;
  if (typeof value === 'string' && countryPattern.test(value)) return value;
  const expected = t('expected.country');
  report.warn(
    path,
    value,
    'bad-country',
    t('problem.expected', { field: path, value: shown(value), expected }),
  );
  return undefined;
}

function readRegions(owner: Members, path: string, report: Reporter): string[] | undefined {
  const codes = readList(owner, 'regions', path, report);
  const known: string[] = [];
  codes.forEach((code, at) => {
    if (typeof code === 'string' && regionPattern.test(code)) {
      if (!known.includes(code)) known.push(code);
      return;
    }
    const message = t('place.badRegion', { path, at, code: shown(code) });
    report.warn(`${path}[${at}]`, code, 'bad-region', message);
  });
  return known.length > 0 ? known : undefined;
}

/** A further place that cannot be drawn does not cost the record: its errors become warnings. */
function lenient(report: Reporter): Reporter {
  const warn: Reporter['warn'] = (...problem) => report.warn(...problem);
  return { error: warn, warn, errors: 0 };
}
