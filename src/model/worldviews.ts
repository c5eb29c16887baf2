/** Whose borders a map draws: ids as the address has them, and how a page's credits say it. */

/** `geo/worldviews.json` says area by area what each draws, and on what ground. */
export const worldviews = {
  un: 'borders as recognised by the UN General Assembly',
  defacto: 'borders by actual control',
  iso: 'areas as ISO 3166-1 lists them',
  in: 'borders as India draws them',
  cn: 'borders as China draws them',
} as const;

export type WorldviewId = keyof typeof worldviews;

export const defaultWorldview: WorldviewId = 'un';

export const worldviewIds = Object.keys(worldviews) as WorldviewId[];
