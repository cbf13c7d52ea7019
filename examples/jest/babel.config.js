const { kernts } = require('kernts/babel');

module.exports = {
  presets: ['@babel/preset-typescript'],
  plugins: ['@babel/plugin-transform-modules-commonjs', ...kernts()],
};
