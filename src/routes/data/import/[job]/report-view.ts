import type { PageData } from './$types';

/** What a check of files would come to. */
export type PreviewView = Extract<PageData['view'], { kind: 'preview' }>;

export type Preview = PreviewView['previews'][number];

export type Report = PreviewView['report'];
