export * from './moim.js';
