/** Units that lie in a country by Natural Earth but have an ISO 3166-1 code of their own. */

/** ISO 3166-2 code, or the unit's number where it has none → ISO 3166-1 alpha-2. */
const territories: Record<string, string> = {
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
  'NO-21': 'SJ',
  'IOA-1928': 'CC',
  'IOA-2652': 'CX',
  'NZL-5472': 'TK',
  'BVT+00?': 'BV',
};

/** The ISO 3166-1 code that a unit has of its own. */
export function territoryOf(unit: string, code: string | null): string | undefined {
  return territories[code ?? ''] ?? territories[unit];
}
