/** Codes of VIINA (README of the repository zhukovyuri/VIINA: "Data Sources", "Geocoding" and
 * "Codebook"). The words are this project's own but for names. */
import type { PlacePrecision } from '../../../model/event';

/** `source` → its name and the ends of its hosts. */
export const outlets: ReadonlyMap<string, { readonly name: string; readonly host: string }> =
  new Map([
    ['24tvua', { name: '24 Канал', host: '24tv.ua' }],
    ['espreso', { name: 'Еспресо', host: 'espreso.tv' }],
    ['forbesua', { name: 'Forbes Ukraine', host: 'forbes.ua' }],
    ['interfaxua', { name: 'Інтерфакс-Україна', host: 'interfax.com.ua' }],
    ['kp', { name: 'Комсомольская правда', host: 'kp.ru' }],
    ['liga', { name: 'ЛІГА.net', host: 'liga.net' }],
    ['liveuamap', { name: 'Live Universal Awareness Map', host: 'liveuamap.com' }],
    ['meduza', { name: 'Медуза', host: 'meduza.io' }],
    ['militarnyy', { name: 'Мілітарний', host: 'mil.in.ua' }],
    ['mz', { name: 'Медиазона', host: 'zona.media' }],
    ['ng', { name: 'Независимая газета', host: 'ng.ru' }],
    ['ntv', { name: 'НТВ', host: 'ntv.ru' }],
    ['nv', { name: 'НВ', host: 'nv.ua' }],
    ['pravdaua', { name: 'Українська правда', host: 'pravda.com.ua' }],
    ['ria', { name: 'РИА Новости', host: 'ria.ru' }],
    ['unian', { name: 'УНІАН', host: 'unian.ua' }],
  ]);

/** `lang` → BCP 47. */
export const languages: ReadonlyMap<string, string> = new Map([
  ['ua', 'uk'],
  ['uk', 'uk'],
  ['ru', 'ru'],
  ['en', 'en'],
]);

/** `GEO_PRECISION`: from the street to the province. */
export const viinaPrecision: ReadonlyMap<string, PlacePrecision> = new Map([
  ['STREET', 'street'],
  ['ADM3', 'settlement'],
  ['ADM2', 'district'],
  ['ADM1', 'region'],
]);

/** Columns `t_NAME_b`, in the order in which the first that is 1 gives the category: what happened
 * goes before what is said of its result. */
export const eventKinds: readonly (readonly [column: string, label: string])[] = [
  ['t_airstrike_b', 'Air strike'],
  ['t_uav_b', 'Drone'],
  ['t_artillery_b', 'Artillery or rockets'],
  ['t_aad_b', 'Anti-air defence'],
  ['t_ied_b', 'Explosion or mine'],
  ['t_armor_b', 'Tank battle or assault'],
  ['t_firefight_b', 'Firefight'],
  ['t_raid_b', 'Raid'],
  ['t_control_b', 'Control of a place'],
  ['t_occupy_b', 'Occupation'],
  ['t_arrest_b', 'Arrest or capture'],
  ['t_hospital_b', 'Hospital or aid convoy'],
  ['t_cyber_b', 'Cyber operation'],
  ['t_property_b', 'Damage to property'],
  ['t_civcas_b', 'Civilian casualties'],
  ['t_milcas_b', 'Military casualties'],
  ['t_san_b', 'Sanctions'],
  ['t_mil_b', 'War, other'],
  ['t_nmil_b', 'Not about the war'],
];

/** Column with a flag of who acted → who; `…_init` where a report says who began. */
export const actors: readonly (readonly [column: string, name: string])[] = [
  ['a_rus', 'Russian or Russian-aligned forces'],
  ['a_ukr', 'Ukrainian or Ukrainian-aligned forces'],
  ['a_civ', 'Civilians'],
  ['a_other', 'A third party'],
];
