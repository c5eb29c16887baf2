/** `where`: what the map draws at a position. */
import { whereIs } from '../world/where';
import { defaultWorldview, worldviewIds, type WorldviewId } from '../model/worldviews';
import { t } from '../words/page';
import { print } from './output';
import { geoFile } from './places';
import { Usage, type Verb } from './verb';

export const where: Verb = {
  usage: `LNG LAT [--borders ${worldviewIds.join('|')}] [--json]`,
  help: `Says in which country (ISO 3166-1), region (ISO 3166-2) and disputed area the map draws a
position, in degrees WGS 84; country and region are null at sea, and within 3 km of a shore they are
the shore's. With --json one object: {"country", "region", "disputed"}.

Views of --borders, ${defaultWorldview} where none is given:
${worldviewIds.map((id) => `  ${id.padEnd(8)} ${t(`borders.${id}`)}`).join('\n')}

Exit 0 where it is done, 2 for wrong usage.`,
  options: ['borders'],
  flags: ['json'],
  async run(words, { borders = defaultWorldview }, { flags }) {
    if (words.length !== 2) throw new Usage(`${words.length} numbers came, expected LNG and LAT`);
    const lng = degrees(words[0]!, 'LNG', 180);
    const lat = degrees(words[1]!, 'LAT', 90);
    if (!worldviewIds.includes(borders as WorldviewId))
      throw new Usage(`--borders is ${borders}, expected ${worldviewIds.join(', ')}`);
    const { country, region, disputed, note } = await whereIs(
      lng,
      lat,
      borders as WorldviewId,
      geoFile,
    );
    print(
      flags.has('json')
        ? `${JSON.stringify({ country, region, disputed })}\n`
        : `${[country ?? 'no country', region ?? 'no region', ...(disputed ? [note!] : [])].join('\n')}\n`,
    );
    return 0;
  },
};

function degrees(text: string, name: string, most: number): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(Math.abs(value) <= most))
    throw new Usage(`${name} is ${text}, expected degrees from −${most} to ${most}`);
  return value;
}
