/** The map's notes on disputed areas. */
import { areas } from './en';
import { messagesOf } from './messages';

/** The note of an area by its id, in the language of this thread. */
export const t = messagesOf('areas', areas);

/** Areas that have a note. */
export type AreaId = keyof typeof areas;
