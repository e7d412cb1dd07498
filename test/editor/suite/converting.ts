import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import { definition, fixesAt, openNew, problems, writeNew } from './support.ts';

function shown(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

/** Waits for the editor with the result, which is not saved yet. */
async function result(mark: string): Promise<vscode.TextDocument> {
  await until('the converted text', shown, (text) => text.includes(mark));
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled, 'it is not saved');
  assert.equal(document.languageId, 'xml');
  return document;
}

export const converting: Suite = {
  title: 'converting',
  tests: {
    'a definition opens in the other form beside it, and comes back as it was': async () => {
      const text = definition({ reqInternalName: 'RoundTrip' });
      const { document } = await openNew(text);
      await problems(document, []);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata');
      const there = await result('<CallCenter xmlns=');
      assert.match(there.uri.path, /\/RoundTrip\.callCenter-meta\.xml$/);
      assert.match(there.getText(), /<customSettings>\{&quot;reqUseApi&quot;:&quot;true&quot;,/);
      assert.equal(document.getText(), text, 'the original is untouched');
      await vscode.commands.executeCommand('callCenterXml.convertToImport');
      const back = await result('<callCenter>');
      assert.match(back.uri.path, /\/RoundTrip\.xml$/);
      // Four spaces a level are what a new file gets.
      assert.equal(back.getText().replace(/^ +/gm, ''), text.replace(/^ +/gm, ''));
    },

    'a file that is clicked in the explorer is converted without being shown': async () => {
      const text = definition({ reqInternalName: 'Clicked' });
      const uri = await writeNew(text);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata', uri, [uri]);
      const there = await result('<displayName>Fabrikam Phone</displayName>');
      assert.match(there.uri.path, /\/Clicked\.callCenter-meta\.xml$/);
    },

    'a component whose settings disagree with its items is mended, and goes there and back again': async () => {
      const component = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">',
        '    <adapterUrl>https://phone.fabrikam.example/cti</adapterUrl>',
        '    <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqSoftphoneHeight&quot;:&quot;550&quot;,&quot;reqSoftphoneWidth&quot;:&quot;400&quot;,&quot;reqSalesforceCompatibilityMode&quot;:&quot;Lightning&quot;}</customSettings>',
        '    <displayName>Fabrikam Phone</displayName>',
        '    <displayNameLabel>Display Name</displayNameLabel>',
        '    <internalNameLabel>Internal Name</internalNameLabel>',
        '    <sections>',
        ...[
          ['CTI Adapter URL', 'reqAdapterUrl', 'https://phone.fabrikam.example/cti'],
          ['Use CTI API', 'reqUseApi', 'true'],
          ['Softphone Height', 'reqSoftphoneHeight', '500'],
          ['Softphone Width', 'reqSoftphoneWidth', '400'],
          ['Mode', 'reqSalesforceCompatibilityMode', 'Lightning'],
        ].map(
          ([label, name, value]) =>
            `        <items>\n            <label>${label}</label>\n            <name>${name}</name>\n            <value>${value}</value>\n        </items>`,
        ),
        '        <label>General Information</label>',
        '        <name>reqGeneralInfo</name>',
        '    </sections>',
        '</CallCenter>',
        '',
      ].join('\n');
      const { document } = await openNew(component, '.callCenter-meta.xml');
      await problems(document, ['custom-settings-mismatch@4']);
      const at = document.positionAt(document.getText().indexOf('550'));
      const fix = await fixesAt(document, at, 'Take the value of the item');
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.match(document.getText(), /&quot;reqSoftphoneHeight&quot;:&quot;500&quot;/);
      await problems(document, []);

      await vscode.commands.executeCommand('callCenterXml.convertToImport');
      const there = await result('<callCenter>');
      assert.match(there.getText(), /name="reqSoftphoneHeight" label="Softphone Height">500</);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata');
      const back = await result('<CallCenter xmlns=');
      assert.equal(back.getText(), document.getText());
    },
  },
};
