;;; duidelijk.el --- Plain Dutch while you write  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: EUPL-1.2
;; Author: The makers of duidelijk
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: text, languages, wp

;;; Commentary:

;; Checks Dutch letters and web pages with `duidelijk' while you write them,
;; through Eglot.  Put this in your init file:
;;
;;   (require 'duidelijk)
;;   (duidelijk-setup)
;;
;; Only buffers in `duidelijk-modes' and settings of duidelijk are checked.
;; `eglot-server-programs' is changed in those buffers alone, so that modes
;; that derive from `text-mode' keep the server that they have.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'jsonrpc)

(defgroup duidelijk nil
  "Plain Dutch while you write."
  :group 'text
  :prefix "duidelijk-")

(defcustom duidelijk-command '("duidelijk" "lsp")
  "The program that checks the text, and its arguments."
  :type '(repeat string))

(defcustom duidelijk-settings nil
  "Settings for the checks, as a property list.
For instance (:allSuggestions t :reasons [\"vaste term\" \"citaat\"]).
Lists are vectors and what is off is `:json-false'."
  :type '(plist :key-type symbol)
  :risky t)

(defcustom duidelijk-modes
  '((text-mode . "plaintext")
    (markdown-mode . "markdown")
    (gfm-mode . "markdown")
    (html-mode . "html")
    (mhtml-mode . "html")
    (html-ts-mode . "html"))
  "Major modes whose buffers are checked, with the language they hold."
  :type '(alist :key-type symbol :value-type string))

(defconst duidelijk--settings-files '("duidelijk.toml" ".duidelijk.toml")
  "Files with settings of duidelijk: mistakes in them are shown as well.")

(defconst duidelijk--path-of
  (if (fboundp 'eglot-uri-to-path) 'eglot-uri-to-path 'eglot--uri-to-path)
  "The function of this version of Eglot that gives the file of an address.")

(defvar-local duidelijk--status nil
  "What the mode line says about the text in this buffer.")

(defclass duidelijk-server (eglot-lsp-server) ()
  :documentation "The server of duidelijk.")

(defun duidelijk--options ()
  "The settings as they go to the server: an object, also when empty."
  (or duidelijk-settings (make-hash-table)))

(cl-defmethod eglot-initialization-options ((_server duidelijk-server))
  "Give the server the settings of the user."
  (list :settings (duidelijk--options)))

(cl-defmethod eglot-handle-request
  ((_server duidelijk-server) (_method (eql workspace/configuration))
   &rest _params)
  "Answer with `eglot-workspace-configuration' or else `duidelijk-settings'."
  (cl-map 'vector (lambda (own) (or own (duidelijk--options)))
          (cl-call-next-method)))

(cl-defmethod eglot-handle-notification
  ((_server duidelijk-server) (_method (eql $/duidelijk/status))
   &key uri text &allow-other-keys)
  "Keep TEXT for the mode line of the buffer with address URI."
  (when-let ((buffer (find-buffer-visiting (funcall duidelijk--path-of uri))))
    (with-current-buffer buffer
      (setq duidelijk--status text)
      (force-mode-line-update))))

(defun duidelijk--language ()
  "The language of this buffer for the server; nil when it is not ours."
  (and buffer-file-name
       (or (cdr (assq major-mode duidelijk-modes))
           (and (member (file-name-nondirectory buffer-file-name)
                        duidelijk--settings-files)
                "toml"))))

(defun duidelijk--entry (language)
  "An entry for `eglot-server-programs' for this buffer in LANGUAGE.
Later versions of Eglot know the language of each buffer: one server serves
all modes.  Version 1.9 knows one language a server, so each mode has its own."
  (let ((modes (if (fboundp 'eglot--languages)
                   (cons (cons major-mode language)
                         (assq-delete-all major-mode
                                          (copy-alist duidelijk-modes)))
                 (list (cons major-mode language)))))
    (cons (mapcar (lambda (mode) (list (car mode) :language-id (cdr mode)))
                  modes)
          (cons 'duidelijk-server duidelijk-command))))

;;;###autoload
(defun duidelijk-start ()
  "Have this buffer checked, where duidelijk can read it."
  (interactive)
  (let ((language (duidelijk--language)))
    (cond
     ((null language)
      (when (called-interactively-p 'any)
        (user-error "Duidelijk leest tekst, Markdown en HTML uit een bestand")))
     ((not (executable-find (car duidelijk-command)))
      (message "duidelijk staat niet op uw computer: pipx install \"duidelijk[lsp]\""))
     (t
      (setq-local eglot-server-programs
                  (cons (duidelijk--entry language) eglot-server-programs))
      (add-to-list 'mode-line-misc-info
                   '(duidelijk--status ("[" duidelijk--status "] ")))
      (eglot-ensure)))))

(defun duidelijk--rule-at (position)
  "The rule of the finding at POSITION, or else of the first on its line."
  (let ((rule (lambda (found)
                (plist-get (cdr (assq 'eglot-lsp-diag
                                      (flymake-diagnostic-data found)))
                           :code))))
    (or (cl-some rule (flymake-diagnostics position))
        (save-excursion
          (goto-char position)
          (cl-some rule (flymake-diagnostics (line-beginning-position)
                                             (line-end-position)))))))

;;;###autoload
(defun duidelijk-explain (rule)
  "Show why RULE is there: the one of the finding at point."
  (interactive (list (duidelijk--rule-at (point))))
  (unless rule
    (user-error "Op deze regel staat geen melding van duidelijk"))
  (let ((answer (jsonrpc-request (or (eglot-current-server)
                                     (user-error "Controle door duidelijk staat uit"))
                                 :workspace/executeCommand
                                 (list :command "duidelijk.explainRule"
                                       :arguments (vector rule)))))
    (with-current-buffer (get-buffer-create "*duidelijk*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert (or (plist-get answer :markdown) "Over deze regel is geen uitleg."))
        (goto-char (point-min)))
      (special-mode)
      (visual-line-mode)
      (display-buffer (current-buffer)))))

;;;###autoload
(defun duidelijk-setup ()
  "Have texts and web pages checked from now on."
  (interactive)
  (add-hook 'text-mode-hook #'duidelijk-start)
  (add-hook 'find-file-hook #'duidelijk--start-in-settings))

(defun duidelijk--start-in-settings ()
  "Have a file with settings of duidelijk checked."
  (when (and buffer-file-name
             (member (file-name-nondirectory buffer-file-name)
                     duidelijk--settings-files))
    (duidelijk-start)))

(provide 'duidelijk)
;;; duidelijk.el ends here
