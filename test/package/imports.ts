import { posix as path } from 'node:path';

/** One row of the import table of CONTRIBUTING.md. */
export interface Row {
  /** A folder (ends in `/`), a file, or a pattern with `*`. */
  readonly files: string;
  readonly mayImport: readonly string[];
}

export interface Import {
  /** As the table writes it: `language/xml/tree.ts`, `client/src/app.ts`, `node:path`. */
  readonly target: string;
  readonly line: number;
}

/**
 * Reads the first table of a Markdown text whose head is `Files | May import | …`.
 *
 * @throws when there is none, or a row has no path
 */
export function readTable(markdown: string): readonly Row[] {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => /^\| Files \| May import \|/.test(line));
  if (head < 0) throw new Error('CONTRIBUTING.md holds no table with the head "Files | May import".');
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'));
  return lines.slice(head + 2, end < 0 ? undefined : end).map((line) => {
    const [, first = '', second = ''] = line.split('|');
    const [files] = inBackticks(first);
    if (files === undefined) throw new Error(`A row of the import table names no path: ${line}`);
    return { files, mayImport: inBackticks(second) };
  });
}

function inBackticks(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}

/** Whether a path or a module name is one that a cell of the table means. */
function means(pattern: string, name: string): boolean {
  if (pattern.endsWith('/')) return name.startsWith(pattern);
  const expression = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(name);
}

/**
 * @param file path from the project's folder
 * @returns the path as the table writes it
 */
export function nameOf(file: string): string {
  return file.replace(/^server\/src\//, '');
}

/**
 * The imports of a source text: static ones, those of types only, re-exports, `import()` and `require()`.
 *
 * @param file path from the project's folder
 */
export function importsOf(file: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const pattern =
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(.+?)\1|^\s*import\s*(['"])(.+?)\3|\b(?:import|require)\(\s*(['"])(.+?)\5/gm;
  return [...code.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[4] ?? match[6] ?? '';
    const target = specifier.startsWith('.') ? nameOf(path.join(path.dirname(file), specifier)) : specifier;
    const before = code.slice(0, match.index + match[0].search(/\S/));
    return { target, line: before.split('\n').length };
  });
}

/** Blanks out comments, keeping every line where it is. Strings are left alone. */
export function withoutComments(text: string): string {
  const pattern = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
  return text.replace(pattern, (part) => (/^\/[/*]/.test(part) ? part.replace(/[^\n]/g, ' ') : part));
}

/**
 * What is wrong with the imports of one file, a sentence for each.
 *
 * @param file path from the project's folder
 */
export function violations(table: readonly Row[], file: string, text: string): readonly string[] {
  const name = nameOf(file);
  const row = rowFor(table, name);
  if (row === undefined) {
    return [`${file}: no row of the import table in CONTRIBUTING.md is for it. Add one, and say why.`];
  }
  const own = row.files.endsWith('/') ? [row.files] : [];
  return importsOf(file, text)
    .filter(({ target }) => ![...own, ...row.mayImport].some((pattern) => means(pattern, target)))
    .map(
      ({ target, line }) =>
        `${file}:${line} imports ${target}. \`${row.files}\` may import ${row.mayImport.join(', ') || 'nothing'} (CONTRIBUTING.md).`,
    );
}

function rowFor(table: readonly Row[], name: string): Row | undefined {
  return table.filter(({ files }) => means(files, name)).sort((a, b) => b.files.length - a.files.length)[0];
}
