import type { PageData } from './$types';

type View = PageData['view'];

/** What is to be settled of the columns of files. */
export type ColumnsForm = Extract<View, { kind: 'columns' }>['form'];

export type FieldWords = PageData['fields'][number];
