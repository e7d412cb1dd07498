import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { fieldsOf, generalItem } from './fields.ts';
import type {
  FieldId,
  PreviewBounds,
  PreviewFrame,
  PreviewMode,
  PreviewPage,
  PreviewSize,
  PreviewSoftphone,
  PreviewStandby,
} from './preview.ts';

/** What a definition says, and the field that says it. */
interface Said {
  readonly text: string;
  readonly id: FieldId;
}

type Ask = (name: string) => Said | undefined;

/** Where agents see the call center (definition-format reference, sections 3.1, 4 and 9.2; statements X1 to X14, U7). */
export function softphoneOf(context: RuleContext): PreviewSoftphone {
  const { flavour, catalog } = context;
  const ask = asker(context);
  if (flavour === 'ctiToolkit') {
    const message = l10n.t(
      'A CTI Toolkit adapter is a program on the Windows desktop, found by its ProgID. The definition has no softphone page of its own.',
    );
    return { kind: 'elsewhere', message };
  }
  if (flavour !== 'openCti') {
    const message = l10n.t(
      'Salesforce Voice has its own softphone, in the Omni-Channel utility of Lightning Experience. The definition says neither its page nor its size: the connector page is that of the vendor.',
    );
    return { kind: 'elsewhere', message };
  }
  const mode = modeOf(ask('reqSalesforceCompatibilityMode'));
  return {
    kind: 'frame',
    mode,
    frames: [frameOf('classic', mode, ask, catalog), frameOf('lightning', mode, ask, catalog)],
    width: sizeOf(ask('reqSoftphoneWidth')),
    height: sizeOf(ask('reqSoftphoneHeight')),
  };
}

/** An item's value, or what a metadata body says in its place; nothing where it is blank. */
function asker({ definition, source }: RuleContext): Ask {
  const { sections, beside } = fieldsOf(source);
  return (name) => {
    const item = generalItem(definition, name);
    const section = item && sections.find(({ part }) => part.section === item.section);
    const found = section?.items.find((part) => part.item === item);
    if (found) return filled(found.item.value.text, found.id);
    const part = beside.find((other) => other.name === (name === 'reqAdapterUrl' ? 'adapterUrl' : name));
    return part && filled(part.value, part.id);
  };
}

function filled(value: string, id: FieldId): Said | undefined {
  const text = value.trim();
  return text === '' ? undefined : { text, id };
}

function modeOf(said: Said | undefined): PreviewMode {
  const effective = said && modes.get(said.text);
  return { ...(said && { written: said.text, id: said.id }), effective: effective ?? 'classic' };
}

const modes: ReadonlyMap<string, PreviewMode['effective']> = new Map([
  ['Classic', 'classic'],
  ['Lightning', 'lightning'],
  ['Classic_and_Lightning', 'both'],
]);

function sizeOf(said: Said | undefined): PreviewSize {
  if (!said) return {};
  const { text: written, id } = said;
  return { written, id, ...(/^\d{1,6}$/.test(written) && { pixels: Number(written) }) };
}

function frameOf(ui: PreviewFrame['ui'], mode: PreviewMode, ask: Ask, catalog: Catalog): PreviewFrame {
  const shown = mode.effective === 'both' || mode.effective === ui;
  const widthBounds = boundsOf('reqSoftphoneWidth', ui, catalog);
  const heightBounds = boundsOf('reqSoftphoneHeight', ui, catalog);
  const { page, notes: pageNotes } = pageOf(ui, ask);
  const { standby, notes: standbyNotes } = standbyOf(ui, ask);
  return {
    ui,
    shown,
    where: shown ? placeOf(ui) : absence(ui, mode),
    ...(widthBounds && { widthBounds }),
    ...(heightBounds && { heightBounds }),
    page,
    ...(standby && { standby }),
    notes: [...modeNotes(mode), ...(shown ? [...pageNotes, ...standbyNotes] : [])],
  };
}

function placeOf(ui: PreviewFrame['ui']): string {
  return ui === 'classic'
    ? l10n.t('In the sidebar of Salesforce Classic, or in the footer of a console.')
    : l10n.t('A panel of the utility bar, in Lightning apps that have the utility item Open CTI Softphone.');
}

function absence(ui: PreviewFrame['ui'], { written }: PreviewMode): string {
  if (ui === 'classic') return l10n.t('Not shown in Salesforce Classic: the mode is {0}.', written ?? '');
  return written === undefined
    ? l10n.t(
        'Not shown in Lightning Experience: {0} is missing or empty, which means Classic.',
        'reqSalesforceCompatibilityMode',
      )
    : l10n.t('Not shown in Lightning Experience: the mode is {0}.', written);
}

function modeNotes({ written }: PreviewMode): readonly string[] {
  if (written === undefined || modes.has(written)) return [];
  return [
    l10n.t(
      '“{0}” is none of the modes {1}. What Salesforce makes of it is not documented; Classic is assumed here.',
      written,
      [...modes.keys()].join(', '),
    ),
  ];
}

/** Documented for Lightning Experience only. */
function boundsOf(name: string, ui: PreviewFrame['ui'], catalog: Catalog): PreviewBounds | undefined {
  const kind = catalog.item('reqGeneralInfo', name)?.value;
  return ui === 'lightning' && kind?.kind === 'pixels' ? { min: kind.min, max: kind.max } : undefined;
}

interface Loaded {
  readonly page: PreviewPage;
  readonly notes: readonly string[];
}

/** A canvas app comes before the address, and is not supported in Lightning Experience (X2, X3). */
function pageOf(ui: PreviewFrame['ui'], ask: Ask): Loaded {
  const namespace = ask('reqCanvasNamespace');
  const apiName = ask('reqCanvasApiName');
  const adapter = ask('reqAdapterUrl');
  const canvas = namespace && apiName;
  if (canvas && ui === 'classic') {
    const notes = adapter ? [l10n.t('The canvas app takes precedence over the address in {0}.', 'reqAdapterUrl')] : [];
    return { page: { kind: 'canvas', namespace: namespace.text, apiName: apiName.text, id: apiName.id }, notes };
  }
  const notes: string[] = [];
  if (canvas && adapter) {
    notes.push(
      l10n.t(
        'Canvas apps are not supported in Lightning Experience. Whether the address is used there in place of the app is not documented.',
      ),
    );
  } else if (canvas) {
    const message = l10n.t('Nothing: canvas apps are not supported in Lightning Experience, and there is no address.');
    return { page: { kind: 'nothing', message }, notes };
  } else if (namespace || apiName) {
    notes.push(l10n.t('A canvas app needs both {0} and {1}.', 'reqCanvasNamespace', 'reqCanvasApiName'));
  }
  if (!adapter) {
    const message = l10n.t('Nothing: {0} is missing or empty.', 'reqAdapterUrl');
    return { page: { kind: 'nothing', message }, notes };
  }
  const relative = isRelative(adapter.text);
  if (relative) notes.push(l10n.t('A path is resolved on the Salesforce domain of the org.'));
  if (ui === 'lightning' && /^http:/i.test(adapter.text)) notes.push(l10n.t('Lightning Experience needs https.'));
  return { page: { kind: 'address', url: adapter.text, relative, id: adapter.id }, notes };
}

/** Without a scheme. */
function isRelative(url: string): boolean {
  return !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url);
}

/** A standby page and its timeout go only together (X1); when it takes over (X12, X13). */
function standbyOf(
  ui: PreviewFrame['ui'],
  ask: Ask,
): { standby: PreviewStandby | undefined; notes: readonly string[] } {
  const url = ask('reqStandbyUrl');
  const timeout = ask('reqTimeout');
  if (!url || !timeout) {
    const notes =
      url || timeout ? [l10n.t('A standby page needs both {0} and {1}.', 'reqStandbyUrl', 'reqTimeout')] : [];
    const standby = url && { url: url.text, relative: isRelative(url.text), id: url.id };
    return { standby, notes };
  }
  const after = /^\d{1,9}$/.test(timeout.text) ? Number(timeout.text) : undefined;
  const notes = [
    l10n.t(
      'The standby page takes over when the first page has not called {0} in time.',
      'notifyInitializationComplete()',
    ),
    ui === 'lightning'
      ? l10n.t('It then stays for the whole session of the browser.')
      : l10n.t('The check is made at login only.'),
  ];
  return {
    standby: { url: url.text, relative: isRelative(url.text), id: url.id, ...(after !== undefined && { after }) },
    notes,
  };
}
