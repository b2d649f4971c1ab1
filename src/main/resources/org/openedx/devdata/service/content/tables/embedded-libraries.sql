-- The platform's libraries for the embedded database, by the names that Django gives keys; without the table of LTI
-- configurations, which content has nothing to do with.
CREATE TABLE `content_libraries_contentlibrary` (
  `id` int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `slug` varchar(50) NOT NULL,
  `allow_public_learning` tinyint(1) NOT NULL,
  `allow_public_read` tinyint(1) NOT NULL,
  `license` varchar(25) NOT NULL,
  `learning_package_id` int DEFAULT NULL,
  `org_id` int NOT NULL,
  UNIQUE KEY `content_libraries_contentlibrary_org_id_slug_2b964108_uniq` (`org_id`, `slug`),
  UNIQUE KEY `learning_package_id` (`learning_package_id`),
  KEY `content_libraries_contentlibrary_slug_30d5507f` (`slug`),
  CONSTRAINT `content_libraries_co_learning_package_id_fa203851_fk_openedx_c`
    FOREIGN KEY (`learning_package_id`) REFERENCES `openedx_content_learningpackage` (`id`),
  CONSTRAINT `content_libraries_co_org_id_b945a402_fk_organizat`
    FOREIGN KEY (`org_id`) REFERENCES `organizations_organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE `content_libraries_contentlibrarypermission` (
  `id` int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `access_level` varchar(30) NOT NULL,
  `group_id` int DEFAULT NULL,
  `library_id` int NOT NULL,
  `user_id` int DEFAULT NULL,
  UNIQUE KEY `content_libraries_conten_library_id_user_id_81babe29_uniq` (`library_id`, `user_id`),
  UNIQUE KEY `content_libraries_conten_library_id_group_id_3ecc38b9_uniq` (`library_id`, `group_id`),
  KEY `content_libraries_co_group_id_c2a4b6a1_fk_auth_grou` (`group_id`),
  KEY `content_libraries_co_user_id_b071c54d_fk_auth_user` (`user_id`),
  CONSTRAINT `content_libraries_co_library_id_51247096_fk_content_l`
    FOREIGN KEY (`library_id`) REFERENCES `content_libraries_contentlibrary` (`id`),
  CONSTRAINT `content_libraries_co_user_id_b071c54d_fk_auth_user`
    FOREIGN KEY (`user_id`) REFERENCES `auth_user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
