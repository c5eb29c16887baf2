/**
 * The gallery: each case in light and dark, wide and on a phone. `?case=NAME&theme=dark` is one of
 * them alone, which the frames of the whole show: so media queries see their width.
 */
import '../../src/ui/tokens.css';
import '../../src/pages/at-rest.css';
import '../../src/map/drawn-map.css';
import '../../src/pages/page.css';
import '../../src/pages/start/fonts';
import './gallery.css';
import { mount } from 'svelte';
import type { GeoFile } from '../../src/world/atlas';
import type { Case } from './case';
import { cases } from './cases';

const widths = { wide: 1248, phone: 390 };
const themes = ['light', 'dark'];

const geo: GeoFile = async (name) => {
  const response = await fetch(`geo/${name}`);
  return response.ok ? response.json() : undefined;
};

const wanted = new URLSearchParams(location.search);
const one = cases.find(({ name }) => name === wanted.get('case'));
if (one) void draw(one);
else list();

async function draw({ component, props, onStaticPage }: Case): Promise<void> {
  document.documentElement.dataset.theme = wanted.get('theme') ?? 'light';
  document.body.className = 'case';
  const target = document.createElement('div');
  if (onStaticPage) target.className = 'dl-static';
  document.body.append(target);
  mount(component, { target, props: await props(geo) });
  document.body.dataset.drawn = '';
}

function list(): void {
  document.title = `Gallery: ${cases.length} cases`;
  const index = document.createElement('nav');
  for (const { name } of cases) {
    const link = Object.assign(document.createElement('a'), {
      href: `#${name}`,
      textContent: name,
    });
    index.append(link, ' ');
    const section = Object.assign(document.createElement('section'), { id: name });
    section.append(Object.assign(document.createElement('h2'), { textContent: name }));
    for (const [width, pixels] of Object.entries(widths))
      for (const theme of themes)
        section.append(
          Object.assign(document.createElement('iframe'), {
            title: `${name}, ${width}, ${theme}`,
            src: `?case=${name}&theme=${theme}`,
            loading: 'lazy',
            width: pixels,
            height: 420,
          }),
        );
    document.body.append(section);
  }
  document.body.prepend(index);
}
