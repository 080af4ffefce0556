-- For Neovim 0.11 and later: vim.lsp.enable('duidelijk') does the same as require('duidelijk').setup().
require('duidelijk').define()
return require('duidelijk').config()
