/** Whose borders a map draws: ids as the address has them. Their names are messages (`borders.un`). */

/** `geo/worldviews.json` says area by area what each draws, and on what ground. */
export const worldviewIds = ['un', 'defacto', 'iso', 'in', 'cn'] as const;

export type WorldviewId = (typeof worldviewIds)[number];

export const defaultWorldview: WorldviewId = 'un';
