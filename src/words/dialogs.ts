/** What dialogs say. */
import { dialogs } from './en';
import { messagesOf } from './messages';

/** A message by key, in the language of this thread. */
export const t = messagesOf('dialogs', dialogs);
