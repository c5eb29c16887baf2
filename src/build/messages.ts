/** Catalogues of messages, compiled: a page needs no parser, and gets the groups that it uses. */
import compile from 'icu-minify/compile';
import { transformWithOxc, type Plugin } from 'vite';

const catalogue = /\/src\/words\/([a-z]{2}(?:-\w+)?)\.ts(?:\?group=(\w+))?$/;

export function messages(): Plugin {
  return {
    name: 'datelines:messages',
    enforce: 'pre',
    // Node compiles a message when it is first wanted.
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    async resolveId(source, importer) {
      if (source === 'icu-minify/compile') return '\0messages:compiled';
      // Each group of the English catalogue goes where the module of its name goes.
      const group = /\/src\/words\/(page|dialogs|reading|areas|tools)\.ts$/.exec(
        importer ?? '',
      )?.[1];
      if (source !== './en' || !group) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}?group=${group}`;
    },
    load(id) {
      return id === '\0messages:compiled' ? 'export default (message) => message;' : null;
    },
    async transform(code, id) {
      const match = catalogue.exec(id);
      if (!match) return null;
      const { code: script } = await transformWithOxc(code, id.replace(/\?.*$/, ''));
      const groups = (await import(
        `data:text/javascript,${encodeURIComponent(script)}`
      )) as Readonly<Record<string, Readonly<Record<string, string>>>>;
      const parts = Object.entries(groups)
        .filter(([name]) => !match[2] || name === match[2])
        .map(([name, all]) => {
          const ready = Object.entries(all).map(([key, message]) => [key, compile(message)]);
          return `export const ${name} = ${JSON.stringify(Object.fromEntries(ready))};`;
        });
      return { code: parts.join('\n'), map: null };
    },
  };
}
