/** The nominative of a Ukrainian or Russian name that stands in another case: "біля Краматорська".
 * Pure. What it gives is only a spelling to look up. */

/** Endings and what they may be of, both languages. */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/([сц])(?:ький|кий)$/u, ['$1ьк', '$1к']],
  [/([сц]ьк|[сц]к)(?:а|у|ом|е|і)$/u, ['$1']],
  [/(?:ський|ский)$/u, ['', 'ськ', 'ск', 'ське', 'ка', 'а', 'е']],
  [/иєв(?:а|і|ом)$/u, ['иїв']],
  [/([аеоуї])єв(?:а|і|ом)$/u, ['$1їв']],
  [/ов(?:а|і|ом)$/u, ['ів', 'ов']],
  [/єв(?:а|і|ом)$/u, ['їв', 'єв']],
  [/ев(?:а|е|ом)$/u, ['ев', 'їв']],
  [/(?:івці|івки|івкою|івку)$/u, ['івка']],
  [/(?:овці|овки|овкою|овкой|овку|овке)$/u, ['овка']],
  [/(?:ївці|ївки|ївкою|ївку)$/u, ['ївка']],
  [/(?:ці|цею|цю)$/u, ['ця', 'ка']],
  [/([сц]ьк|[сц]к)(?:ого|ому|им)$/u, ['$1ий', '$1е', '$1ое']],
  [/(?:ого|ому|им|ым|ом)$/u, ['е', 'ий', 'ый', 'ое', '']],
  [/(?:ої|ій)$/u, ['а']],
  [/нн?ой$/u, ['нная', 'ная', 'на']],
  [/(?:ки|кою|кой|ку|ке)$/u, ['ка']],
  [/(?:и|ы|ою|ой|у)$/u, ['а', '']],
  [/(?:і|ї)$/u, ['я', 'а', 'ь', 'ів', '']],
  [/(?:ею|єю|ей|ям)$/u, ['я']],
  [/(?:я|ю|ем|єм)$/u, ['ь', 'е', 'й', 'я']],
  [/е$/u, ['', 'а']],
  [/а$/u, ['', 'е']],
];

/** Spellings that the name may have in the nominative; none where it has no Cyrillic letter. */
export function nominativesOf(name: string): string[] {
  const [head, ...within] = name.split(/(?=,)/);
  const words = head!.split(' ');
  const last = words.pop()!;
  if (!/^\p{Script=Cyrillic}[\p{Script=Cyrillic}'’-]{3,}$/u.test(last)) return [];
  const found = new Set<string>();
  for (const [ending, forms] of endings)
    if (ending.test(last)) for (const form of forms) found.add(last.replace(ending, form));
  found.delete(last);
  return [...found]
    .filter((form) => form.length >= 3)
    .map((form) => [...words, form].join(' ') + within.join(''));
}
