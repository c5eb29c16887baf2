/** JSON Feed 1.1: each event an item; what a feed has no words for stands in its extension. */
import { textInLanguage } from '../../model/text';
import { categoryLabelOf } from './category';
import { notShown, type OutFormat } from './format';
import { spanEdtf } from './spans';
import { t } from '../../words/reading';

export const jsonFeedOut: OutFormat = {
  id: 'json-feed',
  get label() {
    return t('format.jsonFeed');
  },
  get about() {
    return t('out.jsonFeedUse');
  },
  extension: '.feed.json',
  mediaType: 'application/feed+json',
  *write({ story, records, root, language }, losses) {
    const text = (value: Parameters<typeof textInLanguage>[0]) =>
      textInLanguage(value, language, story.language);
    const members = Object.entries(root).filter(([name]) => !/^(?:type|features)$/.test(name));
    const head = {
      version: 'https://jsonfeed.org/version/1.1',
      title: text(story.title),
      description: text(story.description) || undefined,
      language: story.language,
      _datelines: Object.fromEntries(members),
    };
    yield `${JSON.stringify(head).slice(0, -1)},\n"items":[`;
    let first = true;
    for (const record of records) {
      const { event, feature } = record;
      if (!event) {
        losses.note(record, 'record', feature, notShown());
        continue;
      }
      const category = categoryLabelOf(event, feature, story);
      const url = event.sources.find((source) => source.url !== undefined)?.url;
      const item = {
        id: event.id,
        title: text(event.title),
        content_text: text(event.summary) || text(event.title),
        external_url: url,
        date_published: publishedOf(event.sources),
        tags: category && [text(category)],
        _datelines: { when: spanEdtf(event, story.timeZone), feature },
      };
      yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
      first = false;
    }
    yield '\n]}\n';
  },
};

/** The first source's date, where it is a whole one: when an event happened is no date of
 * publication. */
function publishedOf(sources: readonly { published?: string }[]): string | undefined {
  const published = sources.find((source) => source.published !== undefined)?.published;
  if (published === undefined || !/^\d{4}-\d{2}-\d{2}(?:T.*Z)?$/.test(published)) return undefined;
  return published.includes('T') ? published : `${published}T00:00:00Z`;
}
