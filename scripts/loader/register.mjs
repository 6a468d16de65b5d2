import { register } from 'node:module';
import 'tsx';

register('./raw.mjs', import.meta.url);
