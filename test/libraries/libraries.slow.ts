import { slowLibraries } from './libraries.js';
import { testLibraries } from './test-libraries.js';

testLibraries(slowLibraries);
