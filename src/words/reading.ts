/** What is said of files as they are read: their problems, and why one can't be opened. */
import { reading } from './en';
import { messagesOf } from './messages';

/** A message by key, in the language of this thread. */
export const t = messagesOf('reading', reading);
