;;; emacs_driver.el --- What a user does in Emacs, without a window  -*- lexical-binding: t; -*-

;; test_emacs.py calls the functions with the files to open and reads the JSON that they print.

;;; Code:

(require 'json)
(require 'duidelijk)

(defvar driver-patience 60 "Seconds to wait for what must come; machines may be slow.")

(defun driver-wait (what ask)
  "Read from the server until ASK gives an answer; WHAT is what is waited for."
  (let ((end (+ (float-time) driver-patience)) answer)
    (while (and (not (setq answer (funcall ask))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "%s: it did not come" what))))

(defun driver-open (file)
  "Open FILE as a user does, and wait for its server."
  (find-file file)
  (run-hooks 'post-command-hook)
  (driver-wait "a server" #'eglot-current-server)
  (driver-wait "a managed buffer" (lambda () (bound-and-true-p eglot--managed-mode))))

(defun driver-found ()
  "Rule, line (from 0) and words of each finding, cut out of this buffer."
  (cl-map 'vector
          (lambda (one)
            (let ((from (flymake-diagnostic-beg one)) (to (flymake-diagnostic-end one)))
              (vector (plist-get (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data one))) :code)
                      (1- (line-number-at-pos from))
                      (car (split-string (buffer-substring-no-properties from to) "\n")))))
          (flymake-diagnostics)))

(defun driver-find (number)
  "Wait until NUMBER findings are shown, and give them."
  ;; What was typed is sent when Emacs is idle, and that is never so in batch.
  (eglot--signal-textDocument/didChange)
  (driver-wait (format "%d findings" number)
               (lambda () (flymake-start) (= (length (flymake-diagnostics)) number)))
  (driver-found))

(defun driver-choose (words title)
  "Go to WORDS, ask what can be done there and choose TITLE."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0))
  (let ((last-nonmenu-event ?x) ; from the keys: a mouse would get a menu
        (completing-read-function
         (lambda (_prompt choices &rest _)
           (or (car (member title (all-completions "" choices)))
               (error "No such choice: %s in %S" title (all-completions "" choices))))))
    (call-interactively #'eglot-code-actions)))

(defun driver-text ()
  "The text of this buffer."
  (buffer-substring-no-properties (point-min) (point-max)))

(defun driver-say (&rest pairs)
  "Print PAIRS of names and values as JSON, for the test."
  (princ (concat "\n@" (json-encode (cl-loop for (name value) on pairs by #'cddr
                                             collect (cons name value)))
                 "\n")))

(defun driver-pid ()
  "The number of the server's process."
  (process-id (jsonrpc--process (eglot-current-server))))

(provide 'emacs_driver)
;;; emacs_driver.el ends here
