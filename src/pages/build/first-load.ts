/**
 * All scripts that a page needs at once, in one file. Left alone the bundler gives what later parts
 * share with the page files of their own, which are larger together and one request each.
 */
interface Modules {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly importers: readonly string[];
  } | null;
}

/** The file that every page begins with. */
const entry = /\/src\/pages\/main\.ts$/;

/** A group of the bundler's code splitting: what the entry imports, and what that imports. What is
 * imported later does not count. */
export function firstLoad() {
  const first = new Set<string>();
  return {
    debugName: 'page',
    name(id: string, modules: Modules): string | null {
      const seen = new Set([id]);
      for (const each of seen) {
        if (first.has(each) || entry.test(each)) {
          first.add(id);
          return 'page';
        }
        for (const importer of modules.getModuleInfo(each)?.importers ?? []) seen.add(importer);
      }
      return null;
    },
  };
}
