/** Words of timemap (forensic-architecture/timemap, `src/reducers/validate`) and of the files that
 * Bellingcat publishes with it (bellingcat/ukraine-timemap, `DownloadButton`). */

/** The source that stands for one which is kept back. */
export const hiddenSource = 'srcHidden';

/** What says that a place is not exact on purpose. */
export const obscuredPattern = /\b(?:obscured|obfuscated|approximate (?:location|coordinates))\b/i;

/** The first parts of filters whose last part is a kind of event. */
export const typeKeysPattern = /^type of area\b|^type\b|^category$/i;
