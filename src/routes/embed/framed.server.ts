import { markup } from '#lib/charts/set-text.server.ts';
import { moment } from '#lib/charts/moment.ts';
import { policyHash } from '#lib/server/policy-hash.ts';
import type { Published } from '#lib/server/published/published-evidence.ts';

const style = `:root{color-scheme:light}body{margin:0;font:15px/1.45 Inter,'Helvetica Neue',Arial,sans-serif;color:#15211f;background:#fff}figure{margin:0}svg{display:block;max-width:100%;height:auto}figcaption,p{padding:.6rem .9rem;margin:0}a{color:#0f5c63}small{color:#4a5754}`;

/** What the policy of such a page must allow, and nothing else. */
export const styleAllowed = policyHash(style);

/** A published figure as a page to be set into another one: the figure, its sentence, and the way to all that belongs to it. `stayed` is whether a newer one was wanted and could not be shown. */
export function framed({ evidence, publishedAt }: Published, { id }: Published, stayed = false): string {
	const { title, sentence, svg, snapshot } = evidence;
	const state = `As published on ${moment(publishedAt)}, from records of ${moment(snapshot.publishedAt)}.${stayed ? ' It cannot be brought up to date at present.' : ''}`;
	return document(title, `<figure>${svg}<figcaption>${markup(sentence)} <small>${markup(state)} <a href="/share/${id}" target="_blank" rel="noopener">Numbers, method and how to cite it</a></small></figcaption></figure>`);
}

/** A page with a sentence in place of a figure. */
export function said(sentence: string): string {
	return document(sentence, `<p>${markup(sentence)}</p>`);
}

function document(title: string, body: string): string {
	return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${markup(title)}</title><style>${style}</style></head><body>${body}</body></html>\n`;
}
