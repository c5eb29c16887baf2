import { describe, expect, it } from 'vitest';
import { gpx } from '../../../src/formats/in/gpx/gpx';
import { propertiesOf, readText, said } from '../shared/reading';

const file = (...content: string[]) =>
  `<?xml version="1.0"?>\n<gpx version="1.1" creator="hand" xmlns="http://www.topografix.com/GPX/1/1">${content.join('')}</gpx>`;
const point = (name: string, lat: string, lon: string, ...content: string[]) =>
  `<${name} lat="${lat}" lon="${lon}">${content.join('')}</${name}>`;

describe('GPX', () => {
  it('takes waypoints, and keeps the rest', async () => {
    const read = await readText(
      gpx,
      file(
        '<metadata><name>Walk</name><desc>Of a day</desc><author><name>W</name></author><time>2040-01-01T00:00:00Z</time></metadata>',
        point('wpt', '50.25', '30.5', '<ele>12.5</ele><time>2031-03-09T04:05:06Z</time><name>Gate</name><cmt>Old</cmt><desc>Shut</desc><link href="https://example.org/gate"><text>Gate</text></link><sym>Flag</sym>'),
      ),
      {},
      7,
    ); // prettier-ignore
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [30.5, 50.25, 12.5] },
      properties: {
        title: 'Gate',
        summary: 'Shut',
        category: 'waypoint',
        when: '2031-03-09T04:05:06Z',
        sources: [{ title: 'example.org', url: 'https://example.org/gate' }],
        gpx: {
          time: '2031-03-09T04:05:06Z',
          cmt: 'Old',
          desc: 'Shut',
          link: { '@href': 'https://example.org/gate', text: 'Gate' },
          sym: 'Flag',
        },
      },
    });
    expect(read.facts).toMatchObject({ title: 'Walk', description: 'Of a day', credit: 'W' });
    expect([said(read), read.judged]).toEqual([[], []]);
  });

  it('reads routes and tracks in the order of the file, with the times of their points', async () => {
    const time = (text: string) => `<time>2031-01-01T${text}:00Z</time>`;
    const read = await readText(
      gpx,
      file(
        '<trk><name>Path</name><type>Walk</type>',
        `<trkseg>${point('trkpt', '1', '2', time('10:30'), '<name>Not the track</name>')}${point('trkpt', '1', '3', time('09:00'))}</trkseg>`,
        `<trkseg/><trkseg>${point('trkpt', '1', '4', '<extensions><heart>99 bpm</heart></extensions>')}${point('trkpt', '1', '5')}</trkseg></trk>`,
        `<rte><name>Plan</name>${point('rtept', '1', '2', '<ele>high</ele>')}${point('rtept', '1', '3', time('12:00'))}</rte>`,
      ),
    );
    const [path, plan] = read.records.map(({ feature }) => feature);
    expect(path!.geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [[[2, 1], [3, 1]], [[4, 1], [5, 1]]],
    }); // prettier-ignore
    expect(propertiesOf(read)).toMatchObject({
      title: 'Path',
      category: 'walk',
      when: '2031-01-01T09:00:00Z/2031-01-01T10:30:00Z',
      gpx: {
        trkseg: [
          { trkpt: [{ name: 'Not the track' }, { time: '2031-01-01T09:00:00Z' }] },
          { trkpt: { extensions: { heart: '99 bpm' } } },
        ],
      },
    });
    expect(plan!.geometry).toEqual({ type: 'LineString', coordinates: [[2, 1], [3, 1]] }); // prettier-ignore
    expect(propertiesOf(read, 2)).toMatchObject({
      when: '2031-01-01T12:00:00Z',
      gpx: { rtept: [{ ele: 'high' }, { time: '2031-01-01T12:00:00Z' }] },
    });
  });

  const NAMED = '<name>P</name><time>2031</time>';
  it.each([
    [point('wpt', 'north', '1', NAMED), 'error bad-position wpt'],
    [point('wpt', '91', '1', NAMED), 'error coordinate-range wpt'],
    [`<wpt lat="1">${NAMED}</wpt>`, 'error bad-position wpt'],
    [`<trk>${NAMED}<trkseg>${point('trkpt', '1', '1')}${point('trkpt', '1°', '1')}</trkseg></trk>`, 'error bad-position trkpt'],
    [`<rte>${NAMED}</rte>`, 'error bad-position rte'],
    [point('wpt', '1', '1', '<name>P</name>'), 'error missing-date time'],
    [point('wpt', '1', '1', '<name>P</name><time>noon</time>'), 'error bad-date time'],
    [point('wpt', '1', '1', '<time>2031</time>'), 'error missing-title name'],
  ])('refuses %s by name', async (content, problem) => {
    expect(said(await readText(gpx, file(content)))).toEqual([problem]);
  }); // prettier-ignore

  it('takes the fields of GPX 1.0', async () => {
    const text = file(
      '<name>Old</name><author>A</author>',
      point('wpt', '1', '2', '<time>2003-01-01</time><name>W</name><url>https://example.org/</url>'),
    ); // prettier-ignore
    const read = await readText(gpx, text);
    expect(read.facts).toMatchObject({ title: 'Old', credit: 'A' });
    expect(propertiesOf(read).sources).toMatchObject([{ url: 'https://example.org/' }]);
    expect(gpx.detect({ name: '', text, whole: true })).toBeGreaterThan(0.9);
  });
});
